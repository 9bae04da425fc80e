package org.filterscope.core.protocol;

/**
 * @param report  absolute path of the report directory
 * @param summary one line about what was done
 */
public record RunResult(String report, String summary) {
}
