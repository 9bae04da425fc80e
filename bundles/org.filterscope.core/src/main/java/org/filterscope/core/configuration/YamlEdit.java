package org.filterscope.core.configuration;

import java.util.List;
import java.util.Optional;

import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Changes at one place of a YAML text. */
final class YamlEdit {
    private static final String INDENTATION = "  ";

    private final String text;
    private final YamlSpans spans;
    private final String lineBreak;

    YamlEdit(final String text) {
        this.text = text;
        spans = new YamlSpans(text);
        lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** A value as it is written between braces or brackets, or elsewhere. */
    @FunctionalInterface
    interface Value {
        String write(boolean inFlow);
    }

    /** The first key of a text without any. */
    String begin(final List<String> steps, final Value value) {
        return insert(text.length(), block(steps, "", value));
    }

    /** @param steps below the last slot, if that has no blocks yet */
    String replace(final List<YamlSlot> slots, final List<String> steps, final Value value) {
        final YamlSlot slot = slots.getLast();
        final boolean inFlow = inFlow(slots, slots.size());
        final String written = steps.isEmpty() ? value.write(inFlow) : flow(steps, value);
        final int least = slot.key() == null ? isBlockItem(slot) ? spans.dash(slot.value()) + 1 : 0 : spans.colon(slot.key());
        final boolean alias = spans.start(slot.value()) < least;
        final int first = text.length() - text.substring(least).stripLeading().length();
        final int start = alias ? first : spans.start(slot.value());
        final int end = alias ? aliasEnd(first) : spans.end(slot.value());
        // An empty value, and a block on lines of its own: the new value goes behind the key.
        if (least > 0 && (start == end || spans.lineStart(start) > least)) {
            return text.substring(0, least) + " " + written + text.substring(end);
        }
        return text.substring(0, start) + written + text.substring(end);
    }

    private int aliasEnd(final int start) {
        int end = start;
        while (end < text.length() && " \t\r\n,]}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** @param steps below the holder, the first of which it does not have */
    String add(final List<YamlSlot> slots, final Node holder, final List<String> steps, final Value value) {
        final CollectionNode<?> collection = (CollectionNode<?>) holder;
        final boolean list = holder instanceof SequenceNode;
        if (!YamlSpans.isBlock(collection)) {
            final String inside = list ? flowItem(steps.subList(1, steps.size()), value) : flowPair(steps, value);
            if (collection.getValue().isEmpty()) {
                return text.substring(0, spans.start(holder)) + (list ? "[" + inside + "]" : "{ " + inside + " }")
                        + text.substring(spans.end(holder));
            }
            final int end = spans.end(last(collection).value());
            return text.substring(0, end) + ", " + inside + text.substring(end);
        }
        final YamlSlot before = list ? last(collection) : slots.isEmpty() ? neighbour(collection, steps.getFirst()) : last(collection);
        final int column = list ? spans.dash(before.value()) - spans.lineStart(spans.dash(before.value())) : spans.column(before.first());
        return insert(behind(before, column), block(steps, " ".repeat(column), value));
    }

    /** Keys have an order, in which people expect them. */
    private static YamlSlot neighbour(final CollectionNode<?> root, final String key) {
        final int place = ConfigurationKeys.ROOT.names().indexOf(key);
        for (int i = place - 1; i >= 0; i--) {
            final Optional<YamlSlot> before = YamlSlot.of(root, ConfigurationKeys.ROOT.names().get(i));
            if (before.isPresent()) {
                return before.get();
            }
        }
        return last(root);
    }

    /** Behind a value's line, and behind comments below it that are indented farther and so go on about it. */
    private int behind(final YamlSlot slot, final int column) {
        int end = spans.lineEnd(spans.end(slot.value()));
        while (end < text.length()) {
            final String line = text.substring(end, spans.lineEnd(end));
            final String words = line.stripLeading();
            if (!words.startsWith("#") || line.length() - words.length() <= column) {
                break;
            }
            end += line.length();
        }
        return end;
    }

    private String insert(final int offset, final String lines) {
        final boolean open = offset > 0 && text.charAt(offset - 1) != '\n';
        return text.substring(0, offset) + (open ? lineBreak : "") + lines + text.substring(offset);
    }

    /** With its line break. */
    private String block(final List<String> steps, final String indentation, final Value value) {
        final boolean item = YamlSlot.isNumber(steps.getFirst());
        final String begin = indentation + (item ? "-" : YamlScalars.write(steps.getFirst(), false) + ":");
        if (steps.size() == 1) {
            return begin + " " + value.write(false) + lineBreak;
        }
        final String inside = block(steps.subList(1, steps.size()), indentation + INDENTATION, value);
        return item ? begin + " " + inside.substring(indentation.length() + INDENTATION.length()) : begin + lineBreak + inside;
    }

    private static String flow(final List<String> steps, final Value value) {
        return YamlSlot.isNumber(steps.getFirst()) ? "[" + flowItem(steps.subList(1, steps.size()), value) + "]"
                : "{ " + flowPair(steps, value) + " }";
    }

    private static String flowPair(final List<String> steps, final Value value) {
        return YamlScalars.write(steps.getFirst(), true) + ": " + flowItem(steps.subList(1, steps.size()), value);
    }

    private static String flowItem(final List<String> steps, final Value value) {
        return steps.isEmpty() ? value.write(true) : flow(steps, value);
    }

    String remove(final List<YamlSlot> slots) {
        final YamlSlot slot = slots.getLast();
        final List<YamlSlot> above = slots.subList(0, slots.size() - 1);
        if (slot.isAlone() && !above.isEmpty()) {
            return remove(above);
        }
        final int start = isBlockItem(slot) ? spans.dash(slot.value()) : spans.start(slot.first());
        final int end = spans.end(slot.value());
        if (YamlSpans.isBlock(slot.holder())) {
            // The first key of a list's item stands behind a dash, which the next key gets.
            return spans.beginsLine(start) ? text.substring(0, spans.lineStart(start)) + text.substring(spans.lineEnd(end))
                    : text.substring(0, start) + text.substring(spans.start(slot.neighbour(1).first()));
        }
        if (slot.isAlone()) {
            return text.substring(0, start) + text.substring(end);
        }
        return slot.isLast() ? text.substring(0, spans.end(slot.neighbour(-1).value())) + text.substring(end)
                : text.substring(0, start) + text.substring(spans.start(slot.neighbour(1).first()));
    }

    private static boolean inFlow(final List<YamlSlot> slots, final int depth) {
        return slots.subList(0, depth).stream().anyMatch(slot -> !YamlSpans.isBlock(slot.holder()));
    }

    private static boolean isBlockItem(final YamlSlot slot) {
        return slot.key() == null && YamlSpans.isBlock(slot.holder());
    }

    private static YamlSlot last(final CollectionNode<?> collection) {
        final YamlSlot first = new YamlSlot(collection, 0, null, null);
        return first.neighbour(collection.getValue().size() - 1);
    }
}
