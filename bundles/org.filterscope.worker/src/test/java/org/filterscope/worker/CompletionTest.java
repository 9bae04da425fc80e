package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bash proposes behind what was typed: the script is read, and its function called as the tab key calls it. */
class CompletionTest {
    private static final Path BASH = Path.of("/bin/bash");
    /** What bash tells a function for completion about the line; the last word is the one to complete. */
    private static final String TAB = """
            . "$1"; shift
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
            _complete_filterscope 2> /dev/null
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheScript() throws IOException {
        assumeTrue(Files.isExecutable(BASH), "there is no bash here");
        Files.writeString(folder.resolve("filterscope.bash"), CompletionCommand.script(Main.commandLine()));
        Files.writeString(folder.resolve("network.filterscope"), "");
    }

    @Test
    void commandsAreProposedFirst() throws Exception {
        assertThat(proposed("filterscope", "")).contains("run", "check", "help").hasSameSizeAs(Main.commandLine().getSubcommands().keySet());
        assertThat(proposed("filterscope", "he")).containsExactlyInAnyOrder("heat", "help");
        assertThat(proposed("filterscope", "help")).containsExactly("help");
    }

    @Test
    void helpIsFollowedByCommands() throws Exception {
        assertThat(proposed("filterscope", "help", "")).contains("run", "check", "completion").doesNotContain("network.filterscope");
        assertThat(proposed("filterscope", "help", "che")).containsExactly("check");
        assertThat(proposed("filterscope", "help", "serve")).containsExactly("serve");
        assertThat(proposed("filterscope", "help", "completion")).containsExactly("completion");
    }

    @Test
    void optionsAndTheirValuesBelongToTheCommand() throws Exception {
        assertThat(proposed("filterscope", "run", "--exec")).containsExactly("--executor");
        assertThat(proposed("filterscope", "run", "--executor", "")).containsExactly("auto", "nd4j", "onnxruntime");
        assertThat(proposed("filterscope", "run", "net")).containsExactly("network.filterscope");
    }

    /** Folders are often called so, and the report's default name is the name of a command. */
    @Test
    void aFolderThatIsCalledLikeACommandIsNoCommand() throws Exception {
        assertThat(proposed("filterscope", "run", "--out", "report", "--exec")).containsExactly("--executor");
        assertThat(proposed("filterscope", "graph", "report", "--cl")).containsExactly("--class");
    }

    private List<String> proposed(final String... words) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of(BASH.toString(), "--noprofile", "--norc", "-c", TAB, "tab", "filterscope.bash"));
        command.addAll(List.of(words));
        final Process bash = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        final String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(bash.exitValue()).isZero();
        return printed.lines().filter(line -> !line.isEmpty()).toList();
    }
}
