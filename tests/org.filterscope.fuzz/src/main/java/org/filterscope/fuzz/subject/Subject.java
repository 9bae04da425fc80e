package org.filterscope.fuzz.subject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.filterscope.core.InvalidInputException;
import org.filterscope.fuzz.mutation.Mutator;

/**
 * A reader that is shown hostile files.
 *
 * @param name      for people
 * @param seeds     good files, one of which is damaged; those of the same path take turns, the others lie beside it
 * @param beside    good files that stay as they are
 * @param mutators  what damages them, one as likely as the other
 * @param allowance of memory
 * @param reading   opens the folder's files as the program does
 */
public record Subject(String name, List<Seed> seeds, List<Seed> beside, List<Mutator> mutators, Allowance allowance, Reading reading) {

    public Subject {
        seeds = List.copyOf(seeds);
        beside = List.copyOf(beside);
        mutators = List.copyOf(mutators);
    }

    /** Of files that need no others. */
    Subject(final String name, final List<Seed> seeds, final List<Mutator> mutators, final Allowance allowance, final Reading reading) {
        this(name, seeds, List.of(), mutators, allowance, reading);
    }

    /** The same with files beside it. */
    Subject with(final Seed... files) {
        return new Subject(name, seeds, List.of(files), mutators, allowance, reading);
    }

    /** Reads what lies in a folder. */
    @FunctionalInterface
    public interface Reading {
        /**
         * @param folder with all files
         * @param file   the damaged one
         * @throws InvalidInputException as the reader refuses a file
         * @throws IOException           as readers of our own caches refuse theirs
         */
        void read(Path folder, Path file) throws InvalidInputException, IOException;
    }

    /** All good files, of each path the first. */
    public Map<String, Seed> files() {
        final Map<String, Seed> files = new TreeMap<>();
        seeds.forEach(seed -> files.putIfAbsent(seed.path(), seed));
        beside.forEach(seed -> files.put(seed.path(), seed));
        return files;
    }

    /** Seeds of the same path. */
    List<Seed> alternatives(final Seed seed) {
        final List<Seed> same = new ArrayList<>(seeds);
        same.removeIf(other -> !other.path().equals(seed.path()));
        return same;
    }
}
