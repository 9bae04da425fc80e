package org.filterscope.ui.configuration;

/** A word as it is written into the source. */
final class PlainScalar {
    private static final String SPECIAL = "@`%&*!|>'\"#-?{}[],:";

    private PlainScalar() {
    }

    /** In quotes where YAML would take it for something else. */
    static String of(final String word, final boolean inFlow) {
        final boolean bare = !word.isEmpty() && word.equals(word.strip()) && SPECIAL.indexOf(word.charAt(0)) < 0 && !word.contains(": ")
                && !word.endsWith(":") && !word.contains(" #") && !(inFlow && word.chars().anyMatch(letter -> ",[]{}".indexOf(letter) >= 0));
        return bare ? word : "'" + word.replace("'", "''") + "'";
    }
}
