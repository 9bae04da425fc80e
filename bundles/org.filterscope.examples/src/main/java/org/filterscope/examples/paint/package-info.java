/** What surfaces look like, and what that is called. */
package org.filterscope.examples.paint;
