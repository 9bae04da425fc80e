package org.filterscope.ui.configuration;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.ui.configuration.SourceLines.Scalar;
import org.filterscope.ui.configuration.SourceNesting.Block;
import org.filterscope.ui.configuration.SourceNesting.Flow;
import org.filterscope.ui.configuration.SourceToken.Kind;

/**
 * Takes the source of a configuration apart, whatever state it is in: while somebody types, it is hardly ever YAML. Only colors, help and proposals are
 * made of this; what the source means is up to the reader. The time it takes grows with the text's length and with nothing else.
 */
final class SourceScanner {
    private final String text;
    private final SourceLines lines;
    private final List<SourceToken> tokens = new ArrayList<>();
    private final SourceNesting nesting = new SourceNesting();
    private int at;
    private int lineStart;
    private int content;
    private boolean keyed;

    private SourceScanner(final String text) {
        this.text = text;
        lines = new SourceLines(text);
    }

    /** All pieces, in their order. */
    static List<SourceToken> tokens(final String text) {
        final SourceScanner scanner = new SourceScanner(text);
        scanner.scan();
        return scanner.tokens;
    }

    /** The place behind a text. */
    static SourcePlace placeBehind(final String text) {
        final SourceScanner scanner = new SourceScanner(text);
        scanner.scan();
        return new PlaceBehind(text, scanner.tokens, scanner.nesting).find();
    }

    private void scan() {
        while (at < text.length()) {
            if (nesting.isInFlow()) {
                flow();
            } else {
                line();
            }
        }
    }

    /** From the beginning of a line to its end, or to the first brace or bracket in it. */
    private void line() {
        beginLine();
        while (lines.is(at, '-') && lines.isGap(at + 1)) {
            final int column = at - lineStart;
            nesting.closeRightOf(column);
            add(Kind.PUNCTUATION, at, at + 1, nesting.path(), -1);
            at++;
            skipSpaces();
        }
        content = at - lineStart;
        if (lines.isLineEnd(at)) {
            nextLine();
            return;
        }
        final int start = at;
        if (comment() || opensFlow()) {
            return;
        }
        final Scalar scalar = lines.scalar(at, false);
        if (lines.isColon(scalar.end(), false)) {
            key(scalar, start);
            value();
        } else {
            nesting.closeRightOf(content);
            add(Kind.VALUE, start, scalar.end(), scalar.words(), nesting.path(), -1);
            rest();
        }
    }

    private void beginLine() {
        lineStart = at;
        keyed = false;
        skipSpaces();
        content = at - lineStart;
    }

    private void key(final Scalar scalar, final int start) {
        final Block block = nesting.key(content, scalar.words());
        keyed = true;
        add(Kind.KEY, start, scalar.end(), scalar.words(), block.current(), block.mapping());
        at = lines.skipped(scalar.end());
        punctuation(block.current());
    }

    /** What stands behind a key in its line. */
    private void value() {
        skipSpaces();
        if (lines.isLineEnd(at)) {
            nextLine();
        } else if (!comment() && !opensFlow()) {
            final boolean folded = lines.is(at, '|') || lines.is(at, '>');
            final int start = at;
            final Scalar scalar = lines.scalar(at, false);
            add(Kind.VALUE, start, scalar.end(), scalar.words(), nesting.path(), -1);
            rest();
            if (folded) {
                indented();
            }
        }
    }

    /** Lines of a text that is written below its key. */
    private void indented() {
        final int column = nesting.block().column();
        while (at < text.length()) {
            int first = at;
            while (first < text.length() && text.charAt(first) == ' ') {
                first++;
            }
            final int end = lines.lineEnd(at);
            if (first < end && first - at <= column) {
                return;
            }
            if (first < end) {
                add(Kind.VALUE, first, end, text.substring(first, end), nesting.path(), -1);
            }
            at = Math.min(text.length(), end + 1);
        }
    }

    private boolean opensFlow() {
        if (!lines.is(at, '{') && !lines.is(at, '[')) {
            return false;
        }
        if (!nesting.isInFlow() && !keyed) {
            nesting.closeRightOf(content);
        }
        punctuation(nesting.open(lines.is(at, '{')).path());
        return true;
    }

    /** One piece between braces or brackets. */
    private void flow() {
        skipSpaces();
        if (at >= text.length()) {
            return;
        }
        final Flow flow = nesting.flow();
        switch (text.charAt(at)) {
            case '\n', '\r' -> {
                at++;
                lineStart = at;
                if (lines.beginsOutermostKey(at)) {
                    nesting.closeFlows();
                }
            }
            case '{', '[' -> opensFlow();
            case '}', ']' -> {
                punctuation(flow.path());
                nesting.close();
                if (!nesting.isInFlow()) {
                    rest();
                }
            }
            case ',' -> {
                punctuation(flow.path());
                flow.next();
            }
            default -> {
                if (!comment()) {
                    flowScalar(flow);
                }
            }
        }
    }

    private void flowScalar(final Flow flow) {
        final int start = at;
        final Scalar scalar = lines.scalar(at, true);
        if (flow.braces() && !flow.awaitsValue() && lines.isColon(scalar.end(), true)) {
            flow.key(scalar.words());
            add(Kind.KEY, start, scalar.end(), scalar.words(), flow.current(), flow.mapping());
            at = lines.skipped(scalar.end());
            punctuation(flow.current());
        } else if (scalar.end() == start) {
            punctuation(flow.path());
        } else {
            add(Kind.VALUE, start, scalar.end(), scalar.words(), flow.current(), -1);
            at = scalar.end();
        }
    }

    private boolean comment() {
        if (!lines.is(at, '#') || at > lineStart && !lines.isSpaceAt(at - 1)) {
            return false;
        }
        final int end = lines.lineEnd(at);
        add(Kind.COMMENT, at, end, text.substring(at, end), List.of(), -1);
        at = end;
        if (!nesting.isInFlow()) {
            nextLine();
        }
        return true;
    }

    /** Behind a value in its line: at most a comment. */
    private void rest() {
        at = tokens.getLast().end();
        skipSpaces();
        if (at < text.length() && !comment()) {
            at = lines.lineEnd(at);
            nextLine();
        }
    }

    private void nextLine() {
        if (at < text.length()) {
            at++;
            lineStart = at;
            content = 0;
                keyed = false;
        }
    }

    private void punctuation(final List<String> path) {
        add(Kind.PUNCTUATION, at, at + 1, path, -1);
        at++;
    }

    private void add(final Kind kind, final int start, final int end, final List<String> path, final int mapping) {
        add(kind, start, end, text.substring(start, end), path, mapping);
    }

    private void add(final Kind kind, final int start, final int end, final String words, final List<String> path, final int mapping) {
        tokens.add(new SourceToken(kind, start, end - start, words, path, mapping));
    }

    private void skipSpaces() {
        at = lines.skipped(at);
    }
}
