/** The executor on ND4J's operations, which compute with oneDNN on the CPU. */
package org.filterscope.engine.nd4j;
