package org.filterscope.core.protocol;

/** @param run the name given in {@link RunRequest} or {@link ExampleRequest} */
public record RunId(String run) {
}
