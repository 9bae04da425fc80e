package org.filterscope.core.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.filterscope.core.configuration.YamlDocument.MalformedYamlException;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The text of a configuration, for changing single values: everything else stays as it is, byte for byte, comments and layout among it. Immutable.
 *
 * <p>A path is the keys from the outermost on, with dots between them: {@code model}, {@code images.folder}. A number is an item of a list, from 0:
 * {@code concepts.0.masks}; the number one above the last adds an item. Which keys there are is not looked at here: {@link ConfigurationReader} does.
 */
public final class ConfigurationText {
    private final String text;
    private final Node root;

    private ConfigurationText(final String text, final Node root) {
        this.text = text;
        this.root = root;
    }

    /**
     * @param text may be empty
     * @throws InvalidConfigurationException when it is not YAML, or something else than keys with values; its line tells where
     */
    public static ConfigurationText parse(final String text) throws InvalidConfigurationException {
        try {
            final Node root = YamlDocument.compose(text).orElse(null);
            final boolean empty = root instanceof final ScalarNode scalar && scalar.getValue().isEmpty();
            if (root != null && !empty && !(root instanceof MappingNode)) {
                throw new InvalidConfigurationException(YamlSpans.line(root), "the configuration must be a block of 'key: value' lines");
            }
            return new ConfigurationText(text, empty ? null : root);
        } catch (final MalformedYamlException e) {
            throw new InvalidConfigurationException(e.line(), e.getMessage());
        }
    }

    /** One plain value; empty when there is none at the path, or a block or list. */
    public Optional<String> get(final String path) {
        return find(path).map(YamlSlot::value).filter(ScalarNode.class::isInstance).map(value -> ((ScalarNode) value).getValue())
                .filter(value -> !value.isEmpty());
    }

    /** The plain values of a list, or the only one; empty when there is nothing at the path. Items that are blocks are left out. */
    public List<String> texts(final String path) {
        final Optional<Node> value = find(path).map(YamlSlot::value);
        if (value.isPresent() && value.get() instanceof final SequenceNode sequence) {
            return sequence.getValue().stream().filter(ScalarNode.class::isInstance).map(item -> ((ScalarNode) item).getValue()).toList();
        }
        return get(path).stream().toList();
    }

    /** The keys of a block, in the order of the text; the numbers of a list's items; nothing for a plain value. */
    public List<String> keys(final String path) {
        return find(path).map(slot -> keys(slot.value())).orElse(List.of());
    }

    /** The outermost keys, in the order of the text. */
    public List<String> keys() {
        return root == null ? List.of() : keys(root);
    }

    private static List<String> keys(final Node node) {
        return switch (node) {
            case final MappingNode mapping -> mapping.getValue().stream().map(NodeTuple::getKeyNode).filter(ScalarNode.class::isInstance)
                    .map(key -> ((ScalarNode) key).getValue()).toList();
            case final SequenceNode sequence -> IntStream.range(0, sequence.getValue().size()).mapToObj(Integer::toString).toList();
            default -> List.of();
        };
    }

    /** Whether anything is at the path, be it an empty value. */
    public boolean has(final String path) {
        return find(path).isPresent();
    }

    /** 1-based line of a key, or of a list's item. */
    public OptionalInt line(final String path) {
        return find(path).map(slot -> OptionalInt.of(YamlSpans.line(slot.first()))).orElse(OptionalInt.empty());
    }

    /** Of the first character of a key, or of a list's item, from 0. */
    public OptionalInt offset(final String path) {
        return find(path).map(slot -> OptionalInt.of(new YamlSpans(text).start(slot.first()))).orElse(OptionalInt.empty());
    }

    /** With one plain value at the path, in place of whatever is there; blocks that are missing around it come, too. */
    public ConfigurationText with(final String path, final String value) {
        if (get(path).filter(value::equals).isPresent()) {
            return this;
        }
        return set(path, inFlow -> YamlScalars.write(value, inFlow));
    }

    /** With a list of plain values at the path, in place of whatever is there; blocks that are missing around it come, too. */
    public ConfigurationText with(final String path, final List<String> values) {
        if (values.equals(texts(path)) && find(path).orElseThrow().value() instanceof SequenceNode) {
            return this;
        }
        return item(path, values).orElseGet(() -> set(path, inFlow -> YamlScalars.write(values)));
    }

    /** Item by item, so that comments between them stay: where the list has an item a line, and items only come at its end or go. */
    private Optional<ConfigurationText> item(final String path, final List<String> values) {
        final List<String> before = texts(path);
        final boolean lines = find(path).map(YamlSlot::value).filter(SequenceNode.class::isInstance).map(SequenceNode.class::cast)
                .filter(list -> list.getFlowStyle() == FlowStyle.BLOCK && list.getValue().size() == before.size()).isPresent();
        final List<String> kept = before.stream().filter(values::contains).toList();
        final List<String> added = values.stream().filter(value -> !before.contains(value)).toList();
        if (!lines || kept.isEmpty() || !Stream.concat(kept.stream(), added.stream()).toList().equals(values)) {
            return Optional.empty();
        }
        ConfigurationText edited = this;
        for (int i = before.size() - 1; i >= 0; i--) {
            if (!values.contains(before.get(i))) {
                edited = edited.without(path + "." + i);
            }
        }
        for (int i = 0; i < added.size(); i++) {
            edited = edited.with(path + "." + (kept.size() + i), added.get(i));
        }
        return Optional.of(edited);
    }

    /**
     * Without a key and its value, or without a list's item; a block that has nothing else goes with it. The same when there is nothing at the path.
     */
    public ConfigurationText without(final String path) {
        final List<YamlSlot> slots = slots(path);
        if (slots.size() < steps(path).size()) {
            return this;
        }
        return edited(() -> {
            if (YamlDocument.hasAliases(text)) {
                // What an alias stands for lies elsewhere: where it ends nobody tells.
                throw new IllegalStateException("aliases");
            }
            return new YamlEdit(text).remove(slots);
        });
    }

    private ConfigurationText set(final String path, final YamlEdit.Value value) {
        return edited(() -> changed(path, value));
    }

    private String changed(final String path, final YamlEdit.Value value) {
        final List<String> steps = steps(path);
        final List<YamlSlot> slots = slots(path);
        final YamlEdit edit = new YamlEdit(text);
        if (root == null) {
            return edit.begin(steps, value);
        }
        if (slots.size() == steps.size()) {
            return edit.replace(slots, List.of(), value);
        }
        final Node holder = slots.isEmpty() ? root : slots.getLast().value();
        final List<String> missing = steps.subList(slots.size(), steps.size());
        final boolean fits = holder instanceof MappingNode
                || holder instanceof final SequenceNode sequence && missing.getFirst().equals(Integer.toString(sequence.getValue().size()));
        return fits ? edit.add(slots, holder, missing, value) : edit.replace(slots, missing, value);
    }

    /** @throws UneditableException when the text is written in a way that this class cannot follow */
    private static ConfigurationText edited(final Supplier<String> edit) {
        try {
            return parse(edit.get());
        } catch (final InvalidConfigurationException | IllegalStateException | IndexOutOfBoundsException | NoSuchElementException e) {
            throw new UneditableException(e);
        }
    }

    private Optional<YamlSlot> find(final String path) {
        final List<YamlSlot> slots = slots(path);
        return !slots.isEmpty() && slots.size() == steps(path).size() ? Optional.of(slots.getLast()) : Optional.empty();
    }

    /** As far as there is something at the path. */
    private List<YamlSlot> slots(final String path) {
        final List<YamlSlot> slots = new ArrayList<>();
        Node holder = root;
        for (final String step : steps(path)) {
            final Optional<YamlSlot> slot = YamlSlot.of(holder, step);
            if (slot.isEmpty()) {
                break;
            }
            slots.add(slot.get());
            holder = slot.get().value();
        }
        return slots;
    }

    private static List<String> steps(final String path) {
        return List.of(path.split("\\."));
    }

    /** The whole text. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof final ConfigurationText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
