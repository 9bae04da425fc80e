package org.filterscope.core.configuration;

import java.nio.file.Path;

/**
 * One set of concepts with pictures and pixel masks.
 *
 * @param name     of the set, unique in the configuration
 * @param images   folder of the pictures; only those with a mask are used
 * @param masks    folder of the masks: below it each lies under its picture's path, ending in {@code .png}; one byte a pixel, the concept's id
 * @param names    table of the concepts: {@code id,name} and optionally {@code category}; ids that it does not name are unlabelled
 * @param category of concepts whose category the table does not tell
 */
public record ConceptSettings(String name, Path images, Path masks, Path names, String category) {
    public static final String DEFAULT_CATEGORY = "object";
}
