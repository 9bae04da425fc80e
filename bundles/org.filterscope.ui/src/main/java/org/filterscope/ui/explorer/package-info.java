/** Layers and filters of models in the Project Explorer. */
package org.filterscope.ui.explorer;
