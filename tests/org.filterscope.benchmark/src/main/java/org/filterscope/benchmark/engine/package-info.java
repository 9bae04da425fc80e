/** The engine against the programs that people would otherwise run a network with. */
package org.filterscope.benchmark.engine;
