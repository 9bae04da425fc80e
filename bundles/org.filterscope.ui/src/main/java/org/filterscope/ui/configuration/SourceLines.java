package org.filterscope.ui.configuration;

/** A source's letters, as far as they can be told apart without knowing what came before. */
final class SourceLines {
    private static final String FLOW = ",[]{}";

    private final String text;
    private int knownFrom = 1;
    private int knownEnd;

    SourceLines(final String text) {
        this.text = text;
    }

    /**
     * A word, or several.
     *
     * @param end   behind it, quotes included
     * @param words without quotes
     */
    record Scalar(int end, String words) {
    }

    /**
     * What begins at a place. A quoted text ends at the end of its line at the latest: what is not closed must not swallow what follows.
     *
     * @param inFlow whether braces or brackets are open
     */
    Scalar scalar(final int at, final boolean inFlow) {
        final int lineEnd = lineEnd(at);
        final char first = text.charAt(at);
        if (isQuote(first)) {
            int end = at + 1;
            while (end < lineEnd && text.charAt(end) != first) {
                end += first == '"' && text.charAt(end) == '\\' ? 2 : 1;
            }
            end = Math.min(end, lineEnd);
            return new Scalar(end < lineEnd ? end + 1 : end, text.substring(at + 1, end));
        }
        int end = at;
        while (end < lineEnd && !endsPlain(at, end, inFlow)) {
            end++;
        }
        final String words = text.substring(at, end).stripTrailing();
        return new Scalar(at + words.length(), words);
    }

    private boolean endsPlain(final int start, final int place, final boolean inFlow) {
        final char letter = text.charAt(place);
        return isColonAt(place, inFlow) || inFlow && FLOW.indexOf(letter) >= 0 || letter == '#' && place > start && isSpace(text.charAt(place - 1));
    }

    /** Whether a colon stands at a place, or behind the spaces there, that ends a key. */
    boolean isColon(final int place, final boolean inFlow) {
        return isColonAt(skipped(place), inFlow);
    }

    private boolean isColonAt(final int colon, final boolean inFlow) {
        return is(colon, ':') && (isGap(colon + 1) || inFlow && (FLOW.indexOf(text.charAt(colon + 1)) >= 0 || colon > 0 && isQuote(text.charAt(colon - 1))));
    }

    /** Whether a key of the outermost block begins at the beginning of a line: braces that were never closed end there. */
    boolean beginsOutermostKey(final int line) {
        int end = line;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end > line && isColonAt(end, false);
    }

    /** The first place from there that is no space. */
    int skipped(final int place) {
        int next = place;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /** Where the line of a place ends. */
    int lineEnd(final int place) {
        if (place < knownFrom || place > knownEnd) {
            final int end = text.indexOf('\n', place);
            final int last = end < 0 ? text.length() : end;
            knownFrom = place;
            knownEnd = last > place && text.charAt(last - 1) == '\r' ? last - 1 : last;
        }
        return knownEnd;
    }

    boolean is(final int place, final char letter) {
        return place < text.length() && text.charAt(place) == letter;
    }

    /** Whether nothing stands at a place, or what separates words. */
    boolean isGap(final int place) {
        return place >= text.length() || isSpace(text.charAt(place)) || isBreak(place);
    }

    boolean isLineEnd(final int place) {
        return place >= text.length() || isBreak(place);
    }

    private boolean isBreak(final int place) {
        return text.charAt(place) == '\n' || text.charAt(place) == '\r';
    }

    boolean isSpaceAt(final int place) {
        return place < text.length() && isSpace(text.charAt(place));
    }

    private static boolean isSpace(final char letter) {
        return letter == ' ' || letter == '\t';
    }

    private static boolean isQuote(final char letter) {
        return letter == '"' || letter == '\'';
    }
}
