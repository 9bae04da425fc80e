package org.filterscope.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.core.protocol.ExitCode;

import picocli.CommandLine.Model.CommandSpec;

/**
 * A part of a command's manual that picocli has no place for, or the exit codes.
 *
 * @param title   as a heading
 * @param entries what is explained, and the explanation; in order
 */
record ManualSection(String title, Map<String, String> entries) {
    private static final String EXIT_CODES = "Exit codes";
    private static final String EXAMPLES = "Examples";
    private static final String FILES = "Files";
    private static final String ENVIRONMENT = "Environment";
    /** All titles, in their order on a page. */
    static final List<String> TITLES = List.of(EXIT_CODES, EXAMPLES, FILES, ENVIRONMENT);

    /** @return in order, without those that have no entries */
    static List<ManualSection> of(final CommandSpec command) {
        final List<ManualSection> sections = new ArrayList<>();
        sections.add(new ManualSection(EXIT_CODES, exitCodes(command)));
        final Manual manual = command.userObject().getClass().getAnnotation(Manual.class);
        if (manual != null) {
            sections.add(new ManualSection(EXAMPLES, entries(manual.examples())));
            sections.add(new ManualSection(FILES, entries(manual.files())));
        }
        sections.add(new ManualSection(ENVIRONMENT, environment(command)));
        return sections.stream().filter(section -> !section.entries.isEmpty()).toList();
    }

    private static Map<String, String> entries(final ManualEntry... entries) {
        final Map<String, String> map = new LinkedHashMap<>();
        Arrays.stream(entries).forEach(entry -> map.put(entry.term(), entry.text()));
        return map;
    }

    private static Map<String, String> exitCodes(final CommandSpec command) {
        final boolean gates = !command.subcommands().isEmpty() || command.userObject() instanceof CheckCommand;
        final Map<String, String> map = new LinkedHashMap<>();
        for (final ExitCode code : ExitCode.values()) {
            if (code != ExitCode.GATE_FAILED || gates) {
                map.put(Integer.toString(code.value()), text(code));
            }
        }
        return map;
    }

    private static String text(final ExitCode code) {
        return switch (code) {
            case SUCCESS -> "good";
            case GATE_FAILED -> "a gate does not hold";
            case INVALID_INPUT -> "a file cannot be used, or the command was mistyped; one sentence says which and why";
            case INTERNAL_ERROR -> "internal error";
            case OUT_OF_MEMORY -> "out of memory";
            case CANCELLED -> "cancelled";
        };
    }

    private static Map<String, String> environment(final CommandSpec command) {
        final boolean computes = !command.subcommands().isEmpty()
                || command.mixins().values().stream().anyMatch(mixin -> mixin.userObject() instanceof ExecutorOptions);
        final Map<String, String> map = new LinkedHashMap<>();
        for (final EnvironmentVariable variable : EnvironmentVariable.values()) {
            if (computes || !variable.computing()) {
                map.put(variable.name(), variable.text());
            }
        }
        return map;
    }
}
