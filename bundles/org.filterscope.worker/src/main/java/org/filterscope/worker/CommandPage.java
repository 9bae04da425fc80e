package org.filterscope.worker;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's manual for the program {@code man}: the same text as {@code filterscope help COMMAND}, in the macros of man(7). */
final class CommandPage {
    private final CommandSpec command;
    private final StringBuilder roff = new StringBuilder();

    CommandPage(final CommandLine commandLine) {
        command = commandLine.getCommandSpec();
    }

    /** Without an ending: {@code filterscope-run}. */
    String name() {
        return command.qualifiedName("-");
    }

    String roff() {
        roff.setLength(0);
        line(".TH \"%s\" 1 \"\" \"Filterscope %s\" \"Filterscope\"".formatted(escaped(name().toUpperCase(Locale.ROOT)), Version.text()));
        // Neither spaces nor hyphens are put into what people copy.
        line(".ad l");
        line(".nh");
        heading("Name");
        line("%s \\- %s".formatted(escaped(name()), escaped(String.join(" ", command.usageMessage().header()))));
        heading("Synopsis");
        text(new Help(command, Help.defaultColorScheme(Ansi.OFF)).synopsis(0).replaceAll("\\s+", " ").strip());
        if (command.usageMessage().description().length > 0) {
            heading("Description");
            text(String.join(" ", command.usageMessage().description()));
        }
        final List<PositionalParamSpec> arguments = command.positionalParameters();
        if (!arguments.isEmpty()) {
            heading("Arguments");
            arguments.forEach(argument -> entry(argument.paramLabel(), String.join(" ", argument.description())));
        }
        heading("Options");
        command.options().stream().filter(option -> !option.hidden()).forEach(option -> entry(names(option), String.join(" ", option.description())));
        if (!command.subcommands().isEmpty()) {
            heading("Commands");
            command.subcommands().forEach((name, below) -> entry(name,
                    String.join(" ", below.getCommandSpec().usageMessage().header())));
        }
        for (final ManualSection section : ManualSection.of(command)) {
            heading(section.title());
            section.entries().forEach(this::entry);
        }
        heading("See also");
        line(command.parent() == null
                ? command.subcommands().keySet().stream().map(name -> reference(name() + "-" + name)).collect(Collectors.joining(",\n"))
                : reference(command.parent().qualifiedName("-")));
        return roff.toString();
    }

    private static String names(final OptionSpec option) {
        return String.join(", ", option.names()) + (option.arity().max() == 0 ? "" : "=" + option.paramLabel());
    }

    private static String reference(final String page) {
        return "\\fB%s\\fR(1)".formatted(escaped(page));
    }

    private void heading(final String title) {
        line(".SH " + title.toUpperCase(Locale.ROOT));
    }

    private void entry(final String term, final String text) {
        line(".TP");
        line("\\fB%s\\fR".formatted(escaped(term)));
        text(text);
    }

    private void text(final String text) {
        line(escaped(text));
    }

    private void line(final String line) {
        roff.append(line).append('\n');
    }

    /** Nothing in a text is a request, neither at the start of a line nor behind a backslash; beyond ASCII, characters go by their numbers. */
    private static String escaped(final String text) {
        final StringBuilder escaped = new StringBuilder(text.startsWith(".") || text.startsWith("'") ? "\\&" : "");
        text.replaceAll("(\\s|%n)+", " ").strip().codePoints().forEach(point -> {
            switch (point) {
                // A list without blanks may be longer than a line.
                case ',' -> escaped.append(",\\:");
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '"' -> escaped.append("\\(dq");
                case '~' -> escaped.append("\\(ti");
                case '^' -> escaped.append("\\(ha");
                case '`' -> escaped.append("\\(ga");
                default -> {
                    if (point < 128) {
                        escaped.appendCodePoint(point);
                    } else {
                        escaped.append("\\[u%04X]".formatted(point));
                    }
                }
            }
        });
        return escaped.toString();
    }
}
