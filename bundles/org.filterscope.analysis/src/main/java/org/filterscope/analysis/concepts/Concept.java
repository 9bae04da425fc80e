package org.filterscope.analysis.concepts;

/**
 * Something that pixels can show.
 *
 * @param name     in people's words
 * @param category the kind of concept: object, part, texture, scene, …; never empty
 */
public record Concept(String name, String category) {
}
