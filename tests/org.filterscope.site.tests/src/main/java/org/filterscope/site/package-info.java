/** The update site as p2 sees it: what is on it, what an IDE on each platform takes of it, and how large that is. */
package org.filterscope.site;
