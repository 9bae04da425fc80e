package org.filterscope.ui.configuration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** What is open where a source is being read: blocks of keys, and braces and brackets inside of them; and the keys that lead there. */
final class SourceNesting {
    /** No place of a configuration lies deeper. */
    private static final int DEEPEST = 8;

    private final Deque<Block> blocks = new ArrayDeque<>();
    private final Deque<Flow> flows = new ArrayDeque<>();
    private int mappings;

    /** A block of keys, one below the other. */
    static final class Block {
        private final int column;
        private final List<String> path;
        private final int mapping;
        private List<String> current;

        private Block(final int column, final List<String> path, final int mapping) {
            this.column = column;
            this.path = path;
            this.mapping = mapping;
            current = path;
        }

        int column() {
            return column;
        }

        /** The keys around the block. */
        List<String> path() {
            return path;
        }

        /** The keys to what belongs to the key that was read last. */
        List<String> current() {
            return current;
        }

        int mapping() {
            return mapping;
        }
    }

    /** What is between braces or brackets. */
    static final class Flow {
        private final boolean braces;
        private final List<String> path;
        private final int mapping;
        private List<String> current;
        private boolean value;

        private Flow(final boolean braces, final List<String> path, final int mapping) {
            this.braces = braces;
            this.path = path;
            this.mapping = mapping;
            current = path;
            value = !braces;
        }

        /** A key was read; its value is next. */
        void key(final String words) {
            current = deeper(path, words);
            value = true;
        }

        /** A comma was read. */
        void next() {
            current = path;
            value = !braces;
        }

        boolean braces() {
            return braces;
        }

        /** The keys around it. */
        List<String> path() {
            return path;
        }

        /** The keys to the value that is next. */
        List<String> current() {
            return current;
        }

        int mapping() {
            return mapping;
        }

        /** Whether a value is next, and not a key. */
        boolean awaitsValue() {
            return value;
        }
    }

    /** Ends the blocks that lie further to the right than a column. */
    void closeRightOf(final int column) {
        blocks.removeIf(block -> block.column > column);
    }

    /** A key was read outside of braces and brackets; it may begin a block. */
    Block key(final int column, final String words) {
        closeRightOf(column);
        if (blocks.isEmpty() || blocks.peek().column < column) {
            blocks.push(new Block(column, path(), mappings++));
        }
        final Block block = blocks.peek();
        block.current = deeper(block.path, words);
        return block;
    }

    boolean isInBlock() {
        return !blocks.isEmpty();
    }

    /** The innermost block; there must be one. */
    Block block() {
        return blocks.element();
    }

    boolean isInFlow() {
        return !flows.isEmpty();
    }

    /** The innermost braces or brackets; there must be some. */
    Flow flow() {
        return flows.element();
    }

    /** A brace or bracket opens. */
    Flow open(final boolean braces) {
        flows.push(new Flow(braces, isInFlow() ? flow().current : path(), braces ? mappings++ : -1));
        return flow();
    }

    /** The innermost brace or bracket closes; there must be one. */
    void close() {
        flows.pop();
    }

    /** Braces and brackets that nobody closed end. */
    void closeFlows() {
        flows.clear();
    }

    /** The keys to what stands in the innermost block, braces not counted. */
    List<String> path() {
        return isInBlock() ? block().current : List.of();
    }

    private static List<String> deeper(final List<String> path, final String key) {
        return path.size() >= DEEPEST ? path : Stream.concat(path.stream(), Stream.of(key)).toList();
    }
}
