/** The editor of configuration files: a form and the source, always in step. */
package org.filterscope.ui.configuration;
