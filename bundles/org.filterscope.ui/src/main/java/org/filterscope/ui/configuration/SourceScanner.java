package org.filterscope.ui.configuration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.filterscope.ui.configuration.SourceLines.Scalar;
import org.filterscope.ui.configuration.SourceToken.Kind;

/**
 * Takes the source of a configuration apart, whatever state it is in: while somebody types, it is hardly ever YAML. Only colors, help and proposals are
 * made of this; what the source means is up to the reader. The time it takes grows with the text's length and with nothing else.
 */
final class SourceScanner {
    /** No place of a configuration lies deeper. */
    private static final int DEEPEST = 8;

    private final String text;
    private final SourceLines lines;
    private final List<SourceToken> tokens = new ArrayList<>();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final Deque<Flow> flows = new ArrayDeque<>();
    private int mappings;
    private int at;
    private int lineStart;
    private int content;
    private boolean dashed;
    private boolean keyed;

    private SourceScanner(final String text) {
        this.text = text;
        lines = new SourceLines(text);
    }

    /** A block of keys, one below the other. */
    private static final class Block {
        private final int column;
        private final List<String> path;
        private final int mapping;
        private List<String> current;

        Block(final int column, final List<String> path, final int mapping) {
            this.column = column;
            this.path = path;
            this.mapping = mapping;
            current = path;
        }
    }

    /** What is between braces or brackets. */
    private static final class Flow {
        private final boolean braces;
        private final List<String> path;
        private final int mapping;
        private List<String> current;
        private boolean value;

        Flow(final boolean braces, final List<String> path, final int mapping) {
            this.braces = braces;
            this.path = path;
            this.mapping = mapping;
            current = path;
            value = !braces;
        }
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
        return scanner.place();
    }

    private void scan() {
        while (at < text.length()) {
            if (flows.isEmpty()) {
                line();
            } else {
                flow();
            }
        }
    }

    /** From the beginning of a line to its end, or to the first brace or bracket in it. */
    private void line() {
        beginLine();
        while (lines.is(at, '-') && lines.isGap(at + 1)) {
            final int column = at - lineStart;
            blocks.removeIf(block -> block.column > column);
            add(Kind.PUNCTUATION, at, at + 1, currentPath(), -1);
            at++;
            dashed = true;
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
            blocks.removeIf(block -> block.column > content);
            add(Kind.VALUE, start, scalar.end(), scalar.words(), currentPath(), -1);
            rest();
        }
    }

    private void beginLine() {
        lineStart = at;
        dashed = false;
        keyed = false;
        skipSpaces();
        content = at - lineStart;
    }

    private void key(final Scalar scalar, final int start) {
        blocks.removeIf(block -> block.column > content);
        if (blocks.isEmpty() || blocks.peek().column < content) {
            blocks.push(new Block(content, currentPath(), mappings++));
        }
        final Block block = blocks.peek();
        block.current = deeper(block.path, scalar.words());
        keyed = true;
        add(Kind.KEY, start, scalar.end(), scalar.words(), block.current, block.mapping);
        at = lines.skipped(scalar.end());
        add(Kind.PUNCTUATION, at, at + 1, block.current, -1);
        at++;
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
            add(Kind.VALUE, start, scalar.end(), scalar.words(), currentPath(), -1);
            rest();
            if (folded) {
                indented();
            }
        }
    }

    /** Lines of a text that is written below its key. */
    private void indented() {
        final int column = blocks.peek().column;
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
                add(Kind.VALUE, first, end, text.substring(first, end), currentPath(), -1);
            }
            at = Math.min(text.length(), end + 1);
        }
    }

    private boolean opensFlow() {
        if (!lines.is(at, '{') && !lines.is(at, '[')) {
            return false;
        }
        if (flows.isEmpty() && !keyed) {
            blocks.removeIf(block -> block.column > content);
        }
        final boolean braces = lines.is(at, '{');
        final List<String> path = flows.isEmpty() ? currentPath() : flows.peek().current;
        flows.push(new Flow(braces, path, braces ? mappings++ : -1));
        add(Kind.PUNCTUATION, at, at + 1, path, -1);
        at++;
        return true;
    }

    /** One piece between braces or brackets. */
    private void flow() {
        skipSpaces();
        if (at >= text.length()) {
            return;
        }
        final Flow flow = flows.peek();
        switch (text.charAt(at)) {
            case '\n', '\r' -> {
                at++;
                lineStart = at;
                if (lines.beginsOutermostKey(at)) {
                    flows.clear();
                }
            }
            case '{', '[' -> opensFlow();
            case '}', ']' -> {
                punctuation(flow.path);
                flows.pop();
                if (flows.isEmpty()) {
                    rest();
                }
            }
            case ',' -> {
                punctuation(flow.path);
                flow.current = flow.path;
                flow.value = !flow.braces;
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
        if (flow.braces && !flow.value && lines.isColon(scalar.end(), true)) {
            flow.current = deeper(flow.path, scalar.words());
            flow.value = true;
            add(Kind.KEY, start, scalar.end(), scalar.words(), flow.current, flow.mapping);
            at = lines.skipped(scalar.end());
            punctuation(flow.current);
        } else if (scalar.end() == start) {
            punctuation(flow.path);
        } else {
            add(Kind.VALUE, start, scalar.end(), scalar.words(), flow.current, -1);
            at = scalar.end();
        }
    }

    private boolean comment() {
        if (!lines.is(at, '#') || at > lineStart && !lines.isSpaceAt(at - 1)) {
            return false;
        }
        final int end = lines.lineEnd(at);
        add(Kind.COMMENT, at, end, text.substring(at, end), List.of(), -1);
        if (flows.isEmpty()) {
            at = end;
            nextLine();
        } else {
            at = end;
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
            dashed = false;
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

    private List<String> currentPath() {
        return blocks.isEmpty() ? List.of() : blocks.peek().current;
    }

    private static List<String> deeper(final List<String> path, final String key) {
        return path.size() >= DEEPEST ? path : Stream.concat(path.stream(), Stream.of(key)).toList();
    }

    private void skipSpaces() {
        at = lines.skipped(at);
    }

    /** Behind everything that was scanned. */
    private SourcePlace place() {
        final Optional<SourceToken> last = tokens.isEmpty() ? Optional.empty() : Optional.of(tokens.getLast());
        if (last.filter(token -> token.is(Kind.COMMENT) && token.end() == text.length()).isPresent()) {
            return SourcePlace.nowhere(text.length());
        }
        final Optional<SourceToken> begun = last.filter(token -> token.is(Kind.VALUE) && token.end() == text.length());
        final int start = begun.map(SourceToken::offset).orElse(text.length());
        final String prefix = begun.map(SourceToken::text).orElse("");
        final int line = text.lastIndexOf('\n') + 1;
        if (!flows.isEmpty()) {
            final Flow flow = flows.peek();
            return new SourcePlace(flow.value ? Optional.empty() : Optional.of(flow.path), flow.value ? Optional.of(flow.current) : Optional.empty(),
                    start, prefix, true, !flow.braces, start - line, flow.mapping);
        }
        return placeInLine(line, start, prefix);
    }

    private SourcePlace placeInLine(final int line, final int start, final String prefix) {
        final Optional<SourceToken> key = tokens.stream().filter(token -> token.is(Kind.KEY) && token.offset() >= line).findFirst();
        if (key.isPresent()) {
            // Without a space the colon does not end the key yet.
            return new SourcePlace(Optional.empty(), Optional.of(key.get().path()), start, prefix, false, false, start - line, -1);
        }
        final int dash = text.indexOf('-', line);
        final boolean item = dash >= 0 && dash < start && text.substring(line, dash).isBlank();
        final int column = start - line;
        blocks.removeIf(block -> block.column > (item ? dash - line : column));
        if (!item && !blocks.isEmpty() && blocks.peek().column == column) {
            final Block block = blocks.peek();
            return new SourcePlace(Optional.of(block.path), Optional.empty(), start, prefix, false, false, column, block.mapping);
        }
        if (blocks.isEmpty()) {
            return new SourcePlace(Optional.of(List.of()), Optional.empty(), start, prefix, false, false, column, -1);
        }
        return new SourcePlace(Optional.of(currentPath()), Optional.of(currentPath()), start, prefix, false, item, column, -1);
    }
}
