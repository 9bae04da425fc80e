package org.filterscope.core.protocol;

/** @param run the name given in {@link RunRequest}, {@link ComparisonRequest} or {@link ExampleRequest} */
public record RunId(String run) {
}
