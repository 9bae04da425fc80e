/** What picture files say of themselves besides their pixels. */
package org.filterscope.core.picture;
