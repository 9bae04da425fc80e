package org.filterscope.examples.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.filterscope.examples.networks.ExampleNetworks;
import org.filterscope.examples.world.Flaw;

/** The table and the checksums beside the stored networks. Lines of networks that were not trained anew stay as they are. */
final class NetworkTable {
    private static final List<String> COLUMNS = List.of("name", "subject", "flaw", "strength", "architecture", "seed", "pictures", "epochs",
            "accuracy_as_trained", "accuracy", "shows");
    private final Path folder;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    NetworkTable(final Path folder) throws IOException {
        this.folder = folder;
        final Path table = folder.resolve(ExampleNetworks.TABLE);
        if (Files.exists(table)) {
            try (CsvReader<NamedCsvRecord> old = CsvReader.builder().ofNamedCsvRecord(table)) {
                old.forEach(row -> rows.put(row.getField("name"), COLUMNS.stream().map(row::getField).toList()));
            }
        }
    }

    void put(final Recipe recipe, final Share asTrained, final Share accuracy, final Map<Flaw, Share> shows) {
        rows.put(recipe.name(), List.of(recipe.name(), recipe.subject().label(), recipe.flaw().map(Flaw::id).orElse(""),
                Double.toString(recipe.strength()), recipe.architecture(), Long.toString(recipe.seed()), Integer.toString(recipe.pictures()),
                Integer.toString(recipe.epochs()), number(asTrained), number(accuracy),
                new TreeMap<>(shows).entrySet().stream().map(entry -> entry.getKey().id() + " " + number(entry.getValue()))
                        .collect(Collectors.joining("; "))));
    }

    private static String number(final Share share) {
        return String.format(Locale.ROOT, "%.4f", share.value());
    }

    /** In the order of the recipes. */
    void write() throws IOException {
        final StringBuilder checksums = new StringBuilder();
        try (CsvWriter table = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve(ExampleNetworks.TABLE))) {
            table.writeRecord(COLUMNS);
            for (final Recipe recipe : Recipes.ALL) {
                if (rows.containsKey(recipe.name())) {
                    table.writeRecord(rows.get(recipe.name()));
                    final String file = recipe.name() + ".zip";
                    checksums.append(checksum(folder.resolve(file))).append("  ").append(file).append('\n');
                }
            }
        }
        Files.writeString(folder.resolve(ExampleNetworks.CHECKSUMS), checksums);
    }

    private static String checksum(final Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
