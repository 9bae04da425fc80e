package org.filterscope.ui.configuration;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.core.configuration.InvalidConfigurationException.UnknownKey;
import org.filterscope.ui.configuration.SourceToken.Kind;

/**
 * A mistake and where in the source it is.
 *
 * @param line    1-based
 * @param offset  of the first character that is wrong
 * @param path    keys of the place; those of the first in the line where the sentence names none
 * @param words   a sentence for the user
 * @param unknown the key that is unknown, when this is what is wrong
 */
record SourceProblem(int line, int offset, int length, List<String> path, String words, Optional<UnknownKey> unknown) {

    /** @param tokens of the text */
    static SourceProblem of(final InvalidConfigurationException mistake, final String text, final List<SourceToken> tokens) {
        final int line = Math.max(1, mistake.line());
        final int start = start(text, line);
        final int end = end(text, start);
        final List<SourceToken> inLine = tokens.stream().filter(token -> token.offset() >= start && token.offset() < end
                && !token.is(Kind.COMMENT)).toList();
        final Optional<SourceToken> key = key(mistake, inLine);
        final int first = key.or(() -> inLine.stream().findFirst()).map(SourceToken::offset).orElse(start);
        final int last = key.map(token -> mistake.unknown().isPresent() ? token.end() : valueEnd(token, inLine))
                .orElseGet(() -> inLine.isEmpty() ? end : inLine.getLast().end());
        final List<String> path = key.or(() -> inLine.stream().findFirst()).map(SourceToken::path).orElse(List.of());
        return new SourceProblem(line, first, Math.max(0, last - first), path, mistake.reason(), mistake.unknown());
    }

    /** Sentences about a key begin with its name in quotes, or speak of an unknown one. */
    private static Optional<SourceToken> key(final InvalidConfigurationException mistake, final List<SourceToken> inLine) {
        return inLine.stream().filter(token -> token.is(Kind.KEY)).filter(token -> mistake.unknown().map(UnknownKey::key).filter(token.text()::equals)
                .isPresent() || mistake.reason().startsWith("'" + token.text() + "'")).findFirst();
    }

    private static int valueEnd(final SourceToken key, final List<SourceToken> inLine) {
        return inLine.stream().filter(token -> token.is(Kind.VALUE) && token.path().equals(key.path())).reduce((one, other) -> other)
                .map(SourceToken::end).orElse(key.end());
    }

    private static int start(final String text, final int line) {
        int start = 0;
        for (int passed = 1; passed < line; passed++) {
            final int next = text.indexOf('\n', start);
            if (next < 0) {
                break;
            }
            start = next + 1;
        }
        return start;
    }

    private static int end(final String text, final int start) {
        final int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }
}
