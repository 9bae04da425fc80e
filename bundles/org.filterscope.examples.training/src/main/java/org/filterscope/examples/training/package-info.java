/** Trains the networks that come with the example worlds and measures how they behave. */
package org.filterscope.examples.training;
