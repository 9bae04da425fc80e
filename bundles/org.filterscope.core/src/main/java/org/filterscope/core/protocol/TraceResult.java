package org.filterscope.core.protocol;

/** @param trace JSON, for {@code TraceFile.parse} */
public record TraceResult(String trace) {
}
