package org.filterscope.core.protocol;

/** @param run the name given in {@link RunRequest}, {@link ComparisonRequest}, {@link ExampleRequest} or a request of {@link TraceWorker} */
public record RunId(String run) {
}
