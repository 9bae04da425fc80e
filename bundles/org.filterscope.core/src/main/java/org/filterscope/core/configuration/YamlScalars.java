package org.filterscope.core.configuration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.filterscope.core.configuration.YamlDocument.MalformedYamlException;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Values as they are written: without quotes where YAML reads back the same, else in quotes. */
final class YamlScalars {

    private YamlScalars() {
    }

    /** @param inFlow whether it stands between brackets or braces, where commas end a value */
    static String write(final String value, final boolean inFlow) {
        if (value.chars().anyMatch(YamlScalars::isInvisible)) {
            return inDoubleQuotes(value);
        }
        return isReadBack(inFlow ? "{k: " + value + "}" : "k: " + value, value) ? value : "'" + value.replace("'", "''") + "'";
    }

    /** Control characters, and what YAML takes for the end of a line. */
    private static boolean isInvisible(final int character) {
        return character < ' ' || character >= 0x7f && character <= 0x9f || character == 0x2028 || character == 0x2029;
    }

    static String write(final List<String> values) {
        return values.stream().map(value -> write(value, true)).collect(Collectors.joining(", ", "[", "]"));
    }

    private static boolean isReadBack(final String text, final String value) {
        try {
            final Optional<Node> root = YamlDocument.compose(text);
            return root.isPresent() && root.get() instanceof final MappingNode mapping && mapping.getValue().size() == 1
                    && mapping.getValue().getFirst().getValueNode() instanceof final ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN
                    && !value.isEmpty() && scalar.getValue().equals(value);
        } catch (final MalformedYamlException e) {
            return false;
        }
    }

    private static String inDoubleQuotes(final String value) {
        final StringBuilder quoted = new StringBuilder("\"");
        value.chars().forEach(character -> {
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isInvisible(character)) {
                        quoted.append("\\u%04x".formatted(character));
                    } else {
                        quoted.append((char) character);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
