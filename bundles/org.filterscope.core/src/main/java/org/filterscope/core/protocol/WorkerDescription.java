package org.filterscope.core.protocol;

/**
 * @param version of Filterscope
 * @param process identifier of the worker's process
 * @param java    version of the Java it runs on
 */
public record WorkerDescription(String version, long process, String java) {
}
