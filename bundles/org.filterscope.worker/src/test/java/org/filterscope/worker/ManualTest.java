package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** What people are told about each command, on the terminal and by {@code man}. */
class ManualTest {
    @TempDir
    Path folder;

    static Stream<CommandLine> commands() {
        final CommandLine root = Main.commandLine();
        return Stream.concat(Stream.of(root), root.getSubcommands().values().stream());
    }

    private static String help(final String command) {
        final StringWriter out = new StringWriter();
        final CommandLine root = Main.commandLine().setOut(new PrintWriter(out));
        assertThat(command.isEmpty() ? root.execute("help") : root.execute("help", command)).isZero();
        return out.toString();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandSaysEverythingOnceAndInOneOrder(final CommandLine command) {
        final boolean root = command.getParent() == null;
        final String help = help(root ? "" : command.getCommandName());
        assertThat(help).startsWith(command.getCommandSpec().qualifiedName() + ": ");
        assertThat(help).containsSubsequence("\nSynopsis:\n  filterscope", "\nOptions:\n", "\nExit codes:\n", "\nEnvironment:\n");
        if (!(command.getCommand() instanceof HelpCommand)) {
            assertThat(help).containsSubsequence("\nExit codes:\n", "\nExamples:\n", "\nEnvironment:\n");
        }
        final List<String> headings = help.lines().filter(line -> line.matches("[A-Z][a-z ]+:")).toList();
        assertThat(headings).doesNotHaveDuplicates();
        assertThat(help.lines()).allMatch(line -> line.length() <= 80 || line.startsWith("filterscope "));
    }

    /** An example that is refused would be worse than none. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyExampleCanBeTyped(final CommandLine command) {
        final Manual manual = command.getCommand().getClass().getAnnotation(Manual.class);
        assumeTrue(manual != null, "help comes from picocli and has no examples");
        for (final ManualEntry example : manual.examples()) {
            final String typed = example.term().replaceAll("^source <\\((.*)\\)$", "$1");
            final List<String> words = new ArrayList<>(List.of(typed.replaceAll("\"[^\"]*\"", "text").split(" ")));
            assertThat(words.removeFirst()).isEqualTo("filterscope");
            if (command.getParent() != null) {
                assertThat(words.getFirst()).isEqualTo(command.getCommandName());
            }
            Main.commandLine().parseArgs(words.toArray(String[]::new));
        }
    }

    @Test
    void exitCodeOneIsOnlyWhereGatesAreChecked() {
        assertThat(help("check")).contains("a gate does not hold");
        assertThat(help("run")).doesNotContain("a gate does not hold");
    }

    @Test
    void memoryAndProcessorsAreToldWhereNetworksAreRun() {
        assertThat(help("run")).contains("FILTERSCOPE_MEMORY", "OMP_NUM_THREADS");
        assertThat(help("compare")).contains("FILTERSCOPE_HEAP").doesNotContain("FILTERSCOPE_MEMORY  ", "OMP_NUM_THREADS");
    }

    /** The script names lists of values after the labels, so that two options with one label would get the values of one. */
    @ParameterizedTest
    @MethodSource("commands")
    void optionsWhoseValuesAreProposedHaveLabelsOfTheirOwn(final CommandLine command) {
        final Set<String> labels = new HashSet<>();
        for (final OptionSpec option : command.getCommandSpec().options()) {
            if (option.type().isEnum() || option.completionCandidates() != null) {
                assertThat(labels.add(option.paramLabel())).as(option.longestName()).isTrue();
            }
        }
    }

    @Test
    void aMistypedCommandIsToldInThreeLinesAndNotInAManual() {
        final StringWriter error = new StringWriter();
        assertThat(Main.commandLine().setErr(new PrintWriter(error)).execute("completion", "fish")).isEqualTo(2);
        assertThat(error.toString().lines()).hasSize(3).first().isEqualTo("filterscope: SHELL cannot be 'fish'; accepted: bash, zsh");
        assertThat(error.toString()).contains("Usage: filterscope completion", "'filterscope help completion' tells more.");
    }

    @Test
    void aValueThatDoesNotExistIsToldWithThoseThatDo() {
        final StringWriter error = new StringWriter();
        assertThat(Main.commandLine().setErr(new PrintWriter(error)).execute("check", "a.filterscope", "--format", "html,word")).isEqualTo(2);
        assertThat(error.toString()).startsWith("filterscope: --format cannot be 'word'; accepted: html, sarif, junit, csv");
    }

    @Test
    void thePagesForManHaveTheSameText() throws Exception {
        CommandPages.main(folder.toString());
        final List<Path> pages;
        try (Stream<Path> files = Files.list(folder.resolve("man/man1"))) {
            pages = files.sorted().toList();
        }
        assertThat(pages).hasSize((int) commands().count());
        final String page = Files.readString(folder.resolve("man/man1/filterscope-check.1"));
        assertThat(page).containsSubsequence(".TH \"FILTERSCOPE\\-CHECK\" 1", ".SH NAME\nfilterscope\\-check \\- Runs a diagnosis", ".SH SYNOPSIS",
                ".SH ARGUMENTS", ".SH OPTIONS", "\\fB\\-\\-report\\-only\\fR", ".SH EXIT CODES", ".SH EXAMPLES", ".SH FILES", ".SH ENVIRONMENT",
                ".SH SEE ALSO\n\\fBfilterscope\\fR(1)");
        assertThat(Files.readString(folder.resolve("man/man1/filterscope-trace.1"))).contains("Gradient \\[u00D7] activation");
        for (final Path file : pages) {
            assertThat(Files.readString(file)).isASCII();
        }
        assertThat(folder.resolve("completion/filterscope.bash")).content().contains("complete -F _complete_filterscope");
    }

    @Test
    void groffReadsThePagesWithoutAWarning() throws Exception {
        final List<String> command = new ArrayList<>(List.of("groff", "-man", "-ww", "-Tascii", "-z"));
        assertThat(warnings("groff", command)).isEmpty();
    }

    /** Pages have no date, because they belong to a version. */
    @Test
    void mandocFindsNothingWrongWithThePages() throws Exception {
        final List<String> command = new ArrayList<>(List.of("mandoc", "-Tlint", "-Wwarning"));
        assertThat(warnings("mandoc", command).lines().filter(line -> !line.contains("missing date"))).isEmpty();
    }

    private String warnings(final String program, final List<String> command) throws IOException, InterruptedException {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(entry -> Files.isExecutable(Path.of(entry, program))),
                program + " is not installed");
        CommandPages.main(folder.toString());
        try (Stream<Path> files = Files.list(folder.resolve("man/man1"))) {
            files.map(Path::toString).forEach(command::add);
        }
        final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        final String said = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return said;
    }
}
