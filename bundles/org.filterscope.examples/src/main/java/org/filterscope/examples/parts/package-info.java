/** PartWorld: animals with parts and landmarks. */
package org.filterscope.examples.parts;
