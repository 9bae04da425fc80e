/**
 * A guide through the assembled IDE: does what a person does, with the workbench's own means and none of Filterscope's classes, and puts down what a
 * person would see.
 */
package org.filterscope.tour;
