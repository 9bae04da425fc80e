package org.filterscope.ui.configuration;

import java.util.List;
import java.util.Optional;

import org.filterscope.ui.configuration.SourceNesting.Block;
import org.filterscope.ui.configuration.SourceNesting.Flow;
import org.filterscope.ui.configuration.SourceToken.Kind;

/**
 * What can be written behind a source.
 *
 * @param tokens  of the text
 * @param nesting what is open at its end; blocks that end there are closed
 */
record PlaceBehind(String text, List<SourceToken> tokens, SourceNesting nesting) {

    SourcePlace find() {
        final Optional<SourceToken> last = tokens.isEmpty() ? Optional.empty() : Optional.of(tokens.getLast());
        if (last.filter(token -> token.is(Kind.COMMENT) && token.end() == text.length()).isPresent()) {
            return SourcePlace.nowhere(text.length());
        }
        final Optional<SourceToken> begun = last.filter(token -> token.is(Kind.VALUE) && token.end() == text.length());
        final int start = begun.map(SourceToken::offset).orElse(text.length());
        final String prefix = begun.map(SourceToken::text).orElse("");
        final int line = text.lastIndexOf('\n') + 1;
        return nesting.isInFlow() ? inFlow(nesting.flow(), line, start, prefix) : inLine(line, start, prefix);
    }

    private static SourcePlace inFlow(final Flow flow, final int line, final int start, final String prefix) {
        return new SourcePlace(flow.awaitsValue() ? Optional.empty() : Optional.of(flow.path()),
                flow.awaitsValue() ? Optional.of(flow.current()) : Optional.empty(), start, prefix, true, !flow.braces(), start - line, flow.mapping());
    }

    private SourcePlace inLine(final int line, final int start, final String prefix) {
        final Optional<SourceToken> key = tokens.stream().filter(token -> token.is(Kind.KEY) && token.offset() >= line).findFirst();
        if (key.isPresent()) {
            // Without a space the colon does not end the key yet.
            return new SourcePlace(Optional.empty(), Optional.of(key.get().path()), start, prefix, false, false, start - line, -1);
        }
        final int dash = text.indexOf('-', line);
        final boolean item = dash >= 0 && dash < start && text.substring(line, dash).isBlank();
        final int column = start - line;
        nesting.closeRightOf(item ? dash - line : column);
        if (!nesting.isInBlock()) {
            return new SourcePlace(Optional.of(List.of()), Optional.empty(), start, prefix, false, false, column, -1);
        }
        final Block block = nesting.block();
        if (!item && block.column() == column) {
            return new SourcePlace(Optional.of(block.path()), Optional.empty(), start, prefix, false, false, column, block.mapping());
        }
        return new SourcePlace(Optional.of(block.current()), Optional.of(block.current()), start, prefix, false, item, column, -1);
    }
}
