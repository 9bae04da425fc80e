/**
 * Small convolutional networks and how they are trained: a program as one would write it with Deeplearning4j. It needs Deeplearning4j and the
 * JDK alone; start with {@link smallnets.Train}.
 */
package smallnets;
