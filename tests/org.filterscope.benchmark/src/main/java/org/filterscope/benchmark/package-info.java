/** How fast the executors are, beside each other in the same process; started by {@code releng/bench}. */
package org.filterscope.benchmark;
