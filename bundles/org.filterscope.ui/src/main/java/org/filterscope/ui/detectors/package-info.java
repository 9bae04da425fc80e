/** The view Detectors: how many filters stand for concepts, by layer and category. */
package org.filterscope.ui.detectors;
