package org.filterscope.core.finding;

/**
 * That one kind of flaw was looked for, or why not: without it, no finding could mean either.
 *
 * @param kind   looked for
 * @param tested how many hypotheses: filters, pairs of classes, pictures; 0 when it was not looked for
 * @param note   what was looked at, or what is missing, one sentence for a person
 */
public record Search(FindingKind kind, long tested, String note) {
}
