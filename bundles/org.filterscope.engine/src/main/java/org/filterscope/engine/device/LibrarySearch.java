package org.filterscope.engine.device;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

import org.filterscope.engine.device.Commands.Answer;
import org.filterscope.engine.device.Commands.Ending;

/** Finds libraries where the system, the environment and NVIDIA's installers put them. Nothing is loaded. */
final class LibrarySearch {
    private static final List<String> LINUX = List.of("usr/local/cuda/lib64", "usr/local/cuda-*/lib64", "usr/lib/x86_64-linux-gnu", "usr/lib64",
            "usr/lib/wsl/lib", "opt/cuda/lib64");
    private static final List<String> WINDOWS = List.of("Program Files/NVIDIA GPU Computing Toolkit/CUDA/v*/bin",
            "Program Files/NVIDIA/CUDNN/v*/bin", "Program Files/NVIDIA/CUDNN/v*/bin/*");

    private final Host host;
    private final Platform platform;
    private final SequencedSet<Path> folders = new LinkedHashSet<>();
    private final List<Path> cached;

    LibrarySearch(final Host host, final Platform platform) {
        this.host = host;
        this.platform = platform;
        cached = platform == Platform.LINUX ? cached() : List.of();
        addVariable(platform == Platform.LINUX ? "LD_LIBRARY_PATH" : "PATH", "");
        for (final String home : List.of("CUDA_PATH", "CUDA_HOME")) {
            addVariable(home, platform == Platform.LINUX ? "lib64" : "bin");
        }
        for (final Path root : host.roots()) {
            for (final String pattern : platform == Platform.LINUX ? LINUX : WINDOWS) {
                folders.addAll(matching(root, pattern));
            }
        }
    }

    /** Where a library lies. */
    Optional<Path> find(final String file) {
        return Stream.concat(folders.stream().map(folder -> folder.resolve(file)),
                cached.stream().filter(library -> library.getFileName().toString().equals(file))).filter(Files::isRegularFile).findFirst();
    }

    /** In words for a sentence: where was looked. */
    String places() {
        return platform == Platform.LINUX ? "LD_LIBRARY_PATH, CUDA_PATH and the system's folders"
                : "PATH, CUDA_PATH and the folders of NVIDIA's installers";
    }

    private void addVariable(final String name, final String below) {
        final String value = host.environment().getOrDefault(name, "");
        for (final String word : value.split(platform == Platform.LINUX ? ":" : ";")) {
            try {
                if (!word.isBlank()) {
                    folders.add(Path.of(word).resolve(below));
                }
            } catch (final InvalidPathException e) {
                // Such a folder has no libraries.
                continue;
            }
        }
    }

    /** What the system's loader knows: {@code libcudart.so.12 (libc6,x86-64) => /usr/lib/libcudart.so.12}. */
    private List<Path> cached() {
        final Answer answer = Stream.of("ldconfig", "/sbin/ldconfig").map(program -> host.commands().ask(List.of(program, "-p")))
                .filter(said -> said.ending() == Ending.ANSWERED).findFirst().orElse(new Answer(Ending.ABSENT, List.of()));
        return answer.lines().stream().filter(line -> line.contains("x86-64") && line.contains(" => "))
                .map(line -> Path.of(line.substring(line.indexOf(" => ") + 4).strip())).toList();
    }

    /** Folders by a pattern whose parts may have {@code *}. */
    private static Collection<Path> matching(final Path root, final String pattern) {
        List<Path> found = List.of(root);
        for (final String part : pattern.split("/")) {
            final List<Path> next = new ArrayList<>();
            for (final Path folder : found) {
                if (part.contains("*")) {
                    next.addAll(children(folder, part));
                } else {
                    next.add(folder.resolve(part));
                }
            }
            found = next;
        }
        return found;
    }

    private static List<Path> children(final Path folder, final String pattern) {
        final List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
            stream.forEach(children::add);
        } catch (final IOException e) {
            // A folder that is not there, or not for us, has nothing that can be loaded.
            return List.of();
        }
        return children.stream().sorted().toList();
    }
}
