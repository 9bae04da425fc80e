package org.filterscope.ui.configuration;

/**
 * Something that can be written at a place.
 *
 * @param words       what the person chooses
 * @param about       what kind of thing it is, in a word or two; may be empty
 * @param start       offset of what it replaces
 * @param length      of what it replaces
 * @param replacement what is written
 * @param caret       where the caret goes, counted from {@code start}
 * @param help        a sentence for the person; may be empty
 * @param kind        of thing
 */
record Completion(String words, String about, int start, int length, String replacement, int caret, String help, Kind kind) {

    /** What is proposed. */
    enum Kind {
        KEY, WORD, LAYER, FILE, FOLDER
    }
}
