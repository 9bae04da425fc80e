/** The wizard that creates the example project. */
package org.filterscope.ui.example;
