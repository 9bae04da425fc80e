/** Stands in for a class that Deeplearning4j looks for by name. */
package org.nd4j.nativeblas;
