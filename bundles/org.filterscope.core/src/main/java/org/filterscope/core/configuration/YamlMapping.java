package org.filterscope.core.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.filterscope.core.configuration.InvalidConfigurationException.UnknownKey;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One mapping of a configuration file with typed access; every complaint names file, line and what is accepted. */
final class YamlMapping {
    private final Path file;
    private final int line;
    private final Complaints complaints;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** What becomes of a complaint about a key that can be passed over. */
    @FunctionalInterface
    interface Complaints {
        /** The first complaint ends the reading. */
        Complaints FATAL = complaint -> {
            throw complaint;
        };

        /** @throws InvalidConfigurationException the complaint, when it cannot be passed over after all */
        void tell(InvalidConfigurationException complaint) throws InvalidConfigurationException;
    }

    YamlMapping(final Path file, final Node node, final String where, final List<String> accepted, final Complaints complaints)
            throws InvalidConfigurationException {
        this.file = file;
        this.line = lineOf(node);
        this.complaints = complaints;
        if (!(node instanceof final MappingNode mapping)) {
            throw error(node, "%s must be a block of 'key: value' lines (%s)".formatted(where, String.join(", ", accepted)));
        }
        for (final NodeTuple tuple : mapping.getValue()) {
            final String key = tuple.getKeyNode() instanceof final ScalarNode scalar ? scalar.getValue() : "";
            if (!accepted.contains(key)) {
                complaints.tell(new InvalidConfigurationException(file, lineOf(tuple.getKeyNode()),
                        "unknown key '%s' in %s; accepted: %s".formatted(key, where, String.join(", ", accepted)),
                        Optional.of(new UnknownKey(key, accepted))));
            } else if (values.put(key, tuple.getValueNode()) != null) {
                complaints.tell(error(tuple.getKeyNode(), "'%s' is given twice".formatted(key)));
            }
        }
    }

    /** 1-based line of every key that is given. */
    Map<String, Integer> lines() {
        return values.keySet().stream().collect(Collectors.toMap(key -> key, this::line));
    }

    int line() {
        return line;
    }

    Optional<Node> node(final String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** 1-based line of a key's value; the line of the mapping when the key is absent. */
    int line(final String key) {
        return node(key).map(YamlMapping::lineOf).orElse(line);
    }

    InvalidConfigurationException error(final String key, final String reason) {
        return new InvalidConfigurationException(file, line(key), reason);
    }

    InvalidConfigurationException error(final Node node, final String reason) {
        return new InvalidConfigurationException(file, lineOf(node), reason);
    }

    Optional<YamlMapping> mapping(final String key, final List<String> accepted) throws InvalidConfigurationException {
        final Node node = values.get(key);
        return node == null ? Optional.empty() : Optional.of(new YamlMapping(file, node, "'" + key + "'", accepted, complaints));
    }

    /** One mapping, or a list of mappings. */
    List<YamlMapping> mappings(final String key, final List<String> accepted) throws InvalidConfigurationException {
        final Node node = values.get(key);
        final List<YamlMapping> mappings = new ArrayList<>();
        if (node instanceof final SequenceNode sequence) {
            for (final Node item : sequence.getValue()) {
                mappings.add(new YamlMapping(file, item, "'" + key + "'", accepted, complaints));
            }
        } else if (node != null) {
            mappings.add(new YamlMapping(file, node, "'" + key + "'", accepted, complaints));
        }
        return mappings;
    }

    /** Whether a key's value is one plain value. */
    boolean isPlain(final String key) {
        return values.get(key) instanceof ScalarNode;
    }

    Optional<String> text(final String key) throws InvalidConfigurationException {
        final Node node = values.get(key);
        return node == null ? Optional.empty() : Optional.of(scalar(node, "'" + key + "' must be one value"));
    }

    List<String> texts(final String key) throws InvalidConfigurationException {
        final Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof final SequenceNode sequence)) {
            return List.of(scalar(node, "'" + key + "' must be one value or a list"));
        }
        final List<String> texts = new ArrayList<>();
        for (final Node item : sequence.getValue()) {
            texts.add(scalar(item, "'" + key + "' must be a list of plain values"));
        }
        return texts;
    }

    long whole(final String key, final long least, final long most, final long otherwise) throws InvalidConfigurationException {
        final Optional<String> text = text(key);
        return text.isEmpty() ? otherwise : whole(key, text.get(), least, most);
    }

    long whole(final String key, final String text, final long least, final long most) throws InvalidConfigurationException {
        try {
            final long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (final NumberFormatException e) {
            // said below, together with the range
        }
        throw error(key, "'%s' must be a whole number from %d to %d, not '%s'".formatted(key, least, most, text));
    }

    double number(final String key, final String text) throws InvalidConfigurationException {
        try {
            final double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (final NumberFormatException e) {
            // said below
        }
        throw error(key, "'%s' must be a number, not '%s'".formatted(key, text));
    }

    double number(final String key, final double least, final double most, final double otherwise) throws InvalidConfigurationException {
        final Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        final double number = number(key, text.get());
        if (number < least || number > most) {
            throw error(key, "'%s' must be a number from %s to %s, not '%s'".formatted(key, least, most, text.get()));
        }
        return number;
    }

    boolean flag(final String key, final boolean otherwise) throws InvalidConfigurationException {
        final String text = text(key).orElse(Boolean.toString(otherwise));
        if (!"true".equals(text) && !"false".equals(text)) {
            throw error(key, "'%s' must be true or false, not '%s'".formatted(key, text));
        }
        return Boolean.parseBoolean(text);
    }

    <E extends Enum<E>> E choice(final String key, final Class<E> type, final E otherwise) throws InvalidConfigurationException {
        final Optional<String> text = text(key);
        return text.isEmpty() ? otherwise : choice(key, text.get(), type);
    }

    <E extends Enum<E>> E choice(final String key, final String text, final Class<E> type) throws InvalidConfigurationException {
        final List<String> accepted = Arrays.stream(type.getEnumConstants()).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
        final int index = accepted.indexOf(text);
        if (index < 0) {
            final String choice = accepted.size() > 3 ? "one of " + String.join(", ", accepted) : String.join(" or ", accepted);
            throw error(key, "'%s' must be %s, not '%s'".formatted(key, choice, text));
        }
        return type.getEnumConstants()[index];
    }

    private String scalar(final Node node, final String complaint) throws InvalidConfigurationException {
        if (node instanceof final ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw error(node, complaint);
    }

    private static int lineOf(final Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
