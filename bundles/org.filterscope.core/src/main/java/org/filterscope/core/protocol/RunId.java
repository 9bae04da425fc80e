package org.filterscope.core.protocol;

/** @param run the name given in {@link RunRequest} */
public record RunId(String run) {
}
