package org.filterscope.fuzz.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.filterscope.core.InvalidInputException;
import org.filterscope.fuzz.mutation.Bytes;
import org.filterscope.fuzz.mutation.Mutator;
import org.filterscope.fuzz.mutation.Text;

/**
 * Every reader of files that this program has.
 *
 * @param root   of the project's sources
 * @param folder to write good files in
 */
public record Subjects(Path root, Path folder) {
    /** Damage that knows nothing of formats. */
    static final List<Mutator> BYTES = List.of(Bytes.values());
    /** Words and marks, and sometimes bytes. */
    static final List<Mutator> TEXT = List.of(new Text(), new Text(), new Text(), Bytes::any);
    static final long MEGABYTE = 1 << 20;

    /** In the order of the table in docs/hostile-files.md. */
    public List<Subject> all() throws IOException, InvalidInputException {
        final List<Subject> all = new ArrayList<>();
        Files.createDirectories(folder);
        all.addAll(new ModelSubjects(root, folder).all());
        all.addAll(PictureSubjects.all());
        all.addAll(new ReportSubjects(folder).all());
        all.addAll(TextSubjects.all());
        all.add(new MapSubject(folder).subject());
        return all;
    }

    /** One of them. */
    public Subject named(final String name) throws IOException, InvalidInputException {
        return all().stream().filter(subject -> subject.name().equals(name)).findFirst().orElseThrow();
    }

    /** Several good files of one path. */
    static List<Seed> seeds(final String path, final List<byte[]> files) {
        return files.stream().map(bytes -> new Seed(path, bytes)).toList();
    }

    /** All files of a folder. */
    static List<Seed> tree(final Path top) throws IOException {
        final List<Seed> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(top)) {
            for (final Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                seeds.add(new Seed(top.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
        return seeds;
    }

    /** What fits the files of a zip. */
    static Map<String, List<Mutator>> endings(final List<Mutator> others) {
        return Map.of(".json", TEXT, ".h5", others);
    }
}
