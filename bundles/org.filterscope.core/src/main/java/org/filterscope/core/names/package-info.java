/** What people call filters, and what they think of the automatic labels: a text file beside the configuration. See docs/configuration.md. */
package org.filterscope.core.names;
