package org.filterscope.worker;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Makes {@code help COMMAND} and {@code --help} a page like those of {@code man}, with the sections in the same order. */
final class ManualText {
    private static final int INDENT = 2;
    private static final int TERM = 24;

    private ManualText() {
    }

    /** Of the root command and all below it. */
    static void apply(final CommandLine root) {
        // picocli hands keys down to all commands; of those that a command has no text for it says nothing.
        final List<String> keys = new ArrayList<>(root.getHelpSectionKeys());
        keys.addAll(keys.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING), ManualSection.TITLES);
        root.setHelpSectionKeys(keys);
        describe(root);
    }

    private static void describe(final CommandLine commandLine) {
        final UsageMessageSpec usage = commandLine.getCommandSpec().usageMessage();
        usage.synopsisHeading("%nSynopsis:%n  ").synopsisSubcommandLabel("COMMAND").synopsisIndent(INDENT + INDENT);
        usage.descriptionHeading(usage.description().length == 0 ? "" : "%nDescription:%n").parameterListHeading("%nArguments:%n");
        usage.optionListHeading("%nOptions:%n").commandListHeading("%nCommands:%n");
        commandLine.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_HEADER, ManualText::name);
        ManualSection.of(commandLine.getCommandSpec())
                .forEach(section -> commandLine.getHelpSectionMap().put(section.title(), help -> text(section, help)));
        commandLine.getSubcommands().values().forEach(ManualText::describe);
    }

    private static String name(final Help help) {
        return "%s: %s%n".formatted(help.commandSpec().qualifiedName(), String.join(" ", help.commandSpec().usageMessage().header()));
    }

    /** As picocli sets options: an explanation goes into the next line where the term is too long for its column. */
    private static String text(final ManualSection section, final Help help) {
        final int width = help.commandSpec().usageMessage().width();
        final TextTable table = TextTable.forColumns(help.colorScheme(), new Column(TERM, INDENT, Overflow.SPAN),
                new Column(width - TERM, INDENT, Overflow.WRAP));
        section.entries().forEach((term, text) -> table.addRowValues(Ansi.OFF.text(term), Ansi.OFF.text(text)));
        return "%n%s:%n%s".formatted(section.title(), table);
    }
}
