package org.filterscope.core;

/** Text that XML can have. */
public final class XmlText {
    private static final char REPLACEMENT = '\ufffd';

    private XmlText() {
    }

    /** Control characters, line ends among them, lone surrogates and what Unicode does not assign become U+FFFD. */
    public static String clean(final String text) {
        final StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(c < ' ' || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE || c == 0xfffe
                || c == 0xffff ? REPLACEMENT : c));
        return clean.toString();
    }
}
