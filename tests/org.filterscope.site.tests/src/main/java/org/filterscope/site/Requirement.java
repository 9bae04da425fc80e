package org.filterscope.site;

/**
 * What a unit needs.
 *
 * @param name   the unit that it needs
 * @param filter OSGi filter that says for which IDEs; empty for all
 */
public record Requirement(String name, String filter) {
}
