package org.filterscope.core.protocol;

/**
 * @param comparison absolute path of the comparison's directory
 * @param summary    one line about what was found
 */
public record ComparisonResult(String comparison, String summary) {
}
