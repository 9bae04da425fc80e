package org.filterscope.examples.render;

import java.util.Locale;

/** The kinds of concepts. A pixel carries at most one concept of each. */
public enum ConceptCategory {
    OBJECT, PART, TEXTURE, COLOUR, MATERIAL;

    /** As in names of files and columns. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
