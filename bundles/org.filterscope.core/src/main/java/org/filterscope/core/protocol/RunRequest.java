package org.filterscope.core.protocol;

/**
 * @param run           a name for the run, chosen by the client
 * @param configuration absolute path of the configuration file
 * @param resume        whether to go on with what an interrupted run has left
 * @param executor      what computes: {@code nd4j} or {@code onnxruntime}; {@code auto} for the faster one that the machine
 *                      has, {@code null} for what the worker was started with
 */
public record RunRequest(String run, String configuration, boolean resume, String executor) {
}
