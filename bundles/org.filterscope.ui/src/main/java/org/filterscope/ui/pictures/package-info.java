/** Small copies of a report's pictures: loading them in the background, keeping a bounded number, painting them undistorted. */
package org.filterscope.ui.pictures;
