package org.filterscope.core.configuration;

import java.util.Set;

import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where the nodes of a YAML text stand in it. Offsets are characters of the text, as Java counts them. */
record YamlSpans(String text) {

    int start(final Node node) {
        return offset(node.getStartMark().orElseThrow());
    }

    int column(final Node node) {
        return node.getStartMark().orElseThrow().getColumn();
    }

    static int line(final Node node) {
        return node.getStartMark().orElseThrow().getLine() + 1;
    }

    /** Behind the last character of a value; comments and empty lines after it do not count, which YAML counts to blocks. */
    int end(final Node node) {
        if (node instanceof final CollectionNode<?> collection && isBlock(collection) && !collection.getValue().isEmpty()) {
            return end(last(collection));
        }
        final int end = offset(node.getEndMark().orElseThrow());
        if (node instanceof final ScalarNode scalar && Set.of(ScalarStyle.LITERAL, ScalarStyle.FOLDED)
                .contains(scalar.getScalarStyle())) {
            return start(node) + text.substring(start(node), end).stripTrailing().length();
        }
        return end;
    }

    /** Behind the colon of a key. */
    int colon(final Node key) {
        return text.indexOf(':', offset(key.getEndMark().orElseThrow())) + 1;
    }

    /** The dash of a list's item. */
    int dash(final Node item) {
        return text.lastIndexOf('-', Math.max(0, start(item) - 1));
    }

    int lineStart(final int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Behind the line's end. */
    int lineEnd(final int offset) {
        final int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    boolean beginsLine(final int offset) {
        return text.substring(lineStart(offset), offset).isBlank();
    }

    static boolean isBlock(final CollectionNode<?> node) {
        return node.getFlowStyle() == FlowStyle.BLOCK;
    }

    private static Node last(final CollectionNode<?> collection) {
        return switch (collection) {
            case final MappingNode mapping -> mapping.getValue().getLast().getValueNode();
            case final SequenceNode sequence -> sequence.getValue().getLast();
            default -> throw new IllegalStateException("YAML knows no other collections");
        };
    }

    /** Marks count code points. */
    private int offset(final Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
