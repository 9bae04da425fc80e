package org.filterscope.core.report;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the files of a report lie below its directory. */
public record ReportFiles(Path directory) {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

    private static final String DETECTORS = "detectors.csv";
    private static final String GRAPH = "graph.fsg";
    /** Windows keeps these names for devices, in any case and whatever follows behind a dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|aux|nul|prn|(com|lpt)\\d)(\\..*)?");

    /** The names that may lie directly in a report's directory. */
    static final Set<String> TOP_LEVEL = Set.of("manifest.json", "layers.csv", "predictions.csv", "probabilities.npy", "filters", "tops",
            "classes", "pictures", "peaks", "pairs", "dissection", "landmarks", "fields", "similar", "graph", "traces", "heat", "findings.json",
            "report.html", "report.sarif", "report.junit.xml", "findings.csv");

    public Path manifest() {
        return directory.resolve("manifest.json");
    }

    public Path layers() {
        return directory.resolve("layers.csv");
    }

    public Path predictions() {
        return directory.resolve("predictions.csv");
    }

    /** All probabilities, {@code [picture, class]}, float32; rows as in {@link #predictions()}. */
    public Path probabilities() {
        return directory.resolve("probabilities.npy");
    }

    /** What is wrong with the network, see docs/report.md. */
    public Path findings() {
        return directory.resolve("findings.json");
    }

    public Path filters(final String layer) {
        return directory.resolve("filters").resolve(fileName(layer) + ".csv");
    }

    public Path tops(final String layer) {
        return directory.resolve("tops").resolve(fileName(layer) + ".csv");
    }

    public Path classes(final String layer) {
        return directory.resolve("classes").resolve(fileName(layer) + ".csv");
    }

    /** The maps of the layer's top pictures, {@code [line of the tops' table, row * cols + col]}, float32. */
    public Path topMaps(final String layer) {
        return directory.resolve("tops").resolve(fileName(layer) + ".npy");
    }

    /** The highest value of each map, {@code [picture, channel]}, float32; rows as in {@link #predictions()}. */
    public Path peaks(final String layer) {
        return directory.resolve("peaks").resolve(fileName(layer) + ".npy");
    }

    /** Where the highest values are, {@code [picture, channel]}, int32: {@code row * cols + col}. */
    public Path peakPositions(final String layer) {
        return directory.resolve("peaks").resolve(fileName(layer) + "%position.npy");
    }

    public Path pairs(final String layer) {
        return directory.resolve("pairs").resolve(fileName(layer) + ".csv");
    }

    /** @param set name of a concept set */
    public Path concepts(final String layer, final String set) {
        return dissection(layer).resolve(fileName(set) + ".csv");
    }

    private Path dissection(final String layer) {
        final String name = fileName(layer);
        // Beside the layers' folders lies one table.
        return directory.resolve("dissection").resolve(name.equalsIgnoreCase(DETECTORS) ? name.replace(".", "%2E") : name);
    }

    public Path detectors() {
        return directory.resolve("dissection").resolve(DETECTORS);
    }

    public Path landmarks(final String layer) {
        return directory.resolve("landmarks").resolve(fileName(layer) + ".csv");
    }

    /** The places behind the landmarks' table, {@code [line of the table, 400]}, float32, see docs/report.md. */
    public Path landmarkPoints(final String layer) {
        return directory.resolve("landmarks").resolve(fileName(layer) + ".npy");
    }

    public Path fields(final String layer) {
        return directory.resolve("fields").resolve(fileName(layer) + ".csv");
    }

    /** The measured receptive fields, {@code [line of the fields' table, row * cols + col]}, float32, the peak in the middle. */
    public Path fieldMaps(final String layer) {
        return directory.resolve("fields").resolve(fileName(layer) + ".npy");
    }

    public Path similar(final String layer) {
        return directory.resolve("similar").resolve(fileName(layer) + ".csv");
    }

    /**
     * The explanatory graph of a kind of object, see docs/graph-file.md.
     *
     * @param category a class; empty when the pictures have none
     */
    public Path graph(final String category) {
        return graphFolder(category).resolve(GRAPH);
    }

    public Path graphNodes(final String category) {
        return graphFolder(category).resolve("nodes.csv");
    }

    public Path graphEdges(final String category) {
        return graphFolder(category).resolve("edges.csv");
    }

    private Path graphFolder(final String category) {
        return directory.resolve("graph").resolve(category.isEmpty() ? "pictures" : fileName(category));
    }

    /** The files of all explanatory graphs, by name; their headings tell the categories. */
    public List<Path> graphs() throws InvalidReportException {
        final Path folder = directory.resolve("graph");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(path -> path.resolve(GRAPH)).filter(Files::isRegularFile).sorted().toList();
        } catch (final IOException e) {
            throw new InvalidReportException("%s: cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    /** What was traced of pictures after the run. */
    public Path traces() {
        return directory.resolve("traces");
    }

    /** How good heat maps are, measured after the run. */
    public Path heat() {
        return directory.resolve("heat");
    }

    /**
     * Name, without ending, of what is written about one picture's trace.
     *
     * @param picture path below the picture folder
     */
    public static String traceName(final String picture) {
        return fileName(picture);
    }

    public Path thumbnails() {
        return directory.resolve("pictures").resolve("index.csv");
    }

    public Path sheet(final String name) {
        return directory.resolve("pictures").resolve(name);
    }

    /** Names of the concept sets that a layer was dissected with, in alphabetical order. */
    List<String> conceptSets(final String layer) throws InvalidReportException {
        final Path folder = dissection(layer);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".csv"))
                    .map(name -> URLDecoder.decode(name.substring(0, name.length() - ".csv".length()), StandardCharsets.UTF_8)).sorted().toList();
        } catch (final IOException | IllegalArgumentException e) {
            throw new InvalidReportException("%s: cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    /**
     * A layer's name made safe for every file system: UTF-8 bytes outside letters, digits, {@code _ -} and inner dots become {@code %XX}, and so
     * does the first letter of what Windows takes for a device.
     */
    static String fileName(final String layer) {
        final StringBuilder name = new StringBuilder();
        final byte[] bytes = layer.getBytes(StandardCharsets.UTF_8);
        final boolean device = DEVICE.matcher(layer).matches();
        for (int i = 0; i < bytes.length; i++) {
            final char c = (char) (bytes[i] & 0xff);
            final boolean innerDot = c == '.' && i > 0 && i < bytes.length - 1;
            if ((PLAIN.indexOf(c) >= 0 || innerDot) && !(device && i == 0)) {
                name.append(c);
            } else {
                name.append('%').append("%02X".formatted((int) c));
            }
        }
        return name.toString();
    }
}
