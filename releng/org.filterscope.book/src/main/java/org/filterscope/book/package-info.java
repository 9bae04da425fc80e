/** Pages of the help book out of Markdown. */
package org.filterscope.book;
