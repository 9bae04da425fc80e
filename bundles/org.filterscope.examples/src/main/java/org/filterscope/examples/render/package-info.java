/** Scenes of shapes, drawn to pixels and masks. */
package org.filterscope.examples.render;
