package org.filterscope.engine.keras;

/** The first two numbers of a version of Keras: a few names have changed their meaning. */
record KerasVersion(int major, int minor) {

    /** @param text for example {@code 2.4.0}; files that do not tell are taken for version 2 */
    static KerasVersion of(final String text) {
        if (!text.matches("\\d\\.\\d{1,3}\\D.*")) {
            return new KerasVersion(2, 0);
        }
        return new KerasVersion(text.charAt(0) - '0', Integer.parseInt(text.substring(2).replaceFirst("\\D.*", "")));
    }

    /** Whether it is that version or a later one. */
    boolean since(final int first, final int second) {
        return major > first || major == first && minor >= second;
    }
}
