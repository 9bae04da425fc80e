package org.filterscope.ui.configuration;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Files and folders that a path in the source can go on with. */
final class FolderListing {
    private static final int MOST = 500;
    /** How the names of files of a kind end; of other places any file is proposed. */
    private static final Map<String, List<String>> ENDINGS = Map.of("model", List.of(".h5", ".hdf5", ".keras", ".onnx", ".zip"),
            "labels", List.of(".txt", ".labels", ".csv"), "names", List.of(".csv"), "landmarks", List.of(".csv"), "file", List.of(".csv"));

    private FolderListing() {
    }

    /**
     * @param written relative to the configuration's folder, with {@code /}; a folder ends in one
     * @param folder  whether it is one
     */
    record Entry(String written, boolean folder) {
    }

    /**
     * @param configuration the file that paths are relative to the folder of
     * @param prefix        of the path that is written already
     * @param files         whether files are wanted, too
     * @param key           that the path is the value of
     * @return folders first, by name; hidden ones are left out
     */
    static List<Entry> of(final Path configuration, final String prefix, final boolean files, final List<String> key) {
        final String folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        final List<String> endings = ENDINGS.getOrDefault(key.getLast(), List.of(""));
        final List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(configuration.resolveSibling(folder))) {
            for (final Path path : inside) {
                final String name = path.getFileName().toString();
                if (name.startsWith(".") || entries.size() == MOST) {
                    continue;
                }
                if (Files.isDirectory(path)) {
                    entries.add(new Entry(folder + name + (files ? "/" : ""), true));
                } else if (files && endings.stream().anyMatch(name::endsWith)) {
                    entries.add(new Entry(folder + name, false));
                }
            }
        } catch (final IOException | DirectoryIteratorException | InvalidPathException e) {
            // Nothing can be proposed in a folder that there is not.
        }
        entries.sort(Comparator.comparing(Entry::folder).reversed().thenComparing(Entry::written));
        return entries;
    }

    /** Names of the folders directly in a folder, which are its classes. */
    static List<String> folders(final Path folder) {
        return of(folder.resolve("x"), "", false, List.of("folder")).stream().map(Entry::written).toList();
    }
}
