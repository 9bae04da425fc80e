/** What a network's layers said of many pictures, kept on disk and read back in order, so that memory does not grow with the pictures. */
package org.filterscope.analysis.maps;
