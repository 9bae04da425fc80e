package org.filterscope.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine;

/** Writes what the archive of the command line has besides the program: pages for {@code man}, and a script that completes commands. */
public final class CommandPages {
    private CommandPages() {
    }

    /**
     * @param arguments the folder to write to, made where there is none: {@code man/man1/*.1}, {@code completion/filterscope.bash}
     * @throws IOException when it cannot be written
     */
    public static void main(final String... arguments) throws IOException {
        final Path folder = Path.of(arguments[0]);
        final Path manual = Files.createDirectories(folder.resolve("man/man1"));
        for (final CommandPage page : all(Main.commandLine())) {
            Files.writeString(manual.resolve(page.name() + ".1"), page.roff());
        }
        final Path completion = Files.createDirectories(folder.resolve("completion"));
        Files.writeString(completion.resolve("filterscope.bash"), CompletionCommand.script(Main.commandLine()));
    }

    /** @return of the command and of those below it */
    static List<CommandPage> all(final CommandLine commandLine) {
        final List<CommandPage> pages = new ArrayList<>(List.of(new CommandPage(commandLine)));
        commandLine.getSubcommands().values().forEach(below -> pages.addAll(all(below)));
        return pages;
    }
}
