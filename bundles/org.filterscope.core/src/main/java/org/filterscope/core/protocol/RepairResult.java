package org.filterscope.core.protocol;

/**
 * @param model   absolute path of the copy
 * @param summary what was done and what it did to each class and to the findings, in lines for a person
 */
public record RepairResult(String model, String summary) {
}
