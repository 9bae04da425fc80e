/** The example project that a newcomer opens first. */
package org.filterscope.examples.project;
