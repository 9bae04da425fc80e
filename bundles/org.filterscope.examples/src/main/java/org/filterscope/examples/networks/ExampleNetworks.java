package org.filterscope.examples.networks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.filterscope.examples.world.Flaw;

/** The table of example networks, as it was written when they were trained. */
public final class ExampleNetworks {
    /** One line a network. */
    public static final String TABLE = "networks.csv";
    /** In the format of the program sha256sum. */
    public static final String CHECKSUMS = "networks.sha256";

    private final List<ExampleNetwork> networks;

    private ExampleNetworks(final List<ExampleNetwork> networks) {
        this.networks = networks;
    }

    /** Reads the table; the networks themselves are read when they are opened. */
    public static ExampleNetworks load() {
        try {
            final Map<String, String> checksums = new HashMap<>();
            text(CHECKSUMS).lines().map(line -> line.split(" +", 2)).forEach(line -> checksums.put(line[1], line[0]));
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text(TABLE))) {
                return new ExampleNetworks(rows.stream().map(row -> network(row, checksums)).toList());
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("the table of example networks cannot be read", e);
        }
    }

    private static String text(final String name) throws IOException {
        try (InputStream stream = ExampleNetworks.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ExampleNetwork network(final NamedCsvRecord row, final Map<String, String> checksums) {
        final String name = row.getField("name");
        return new ExampleNetwork(name, Subject.valueOf(row.getField("subject").toUpperCase(Locale.ROOT)), flaw(row.getField("flaw")),
                Double.parseDouble(row.getField("strength")), row.getField("architecture"), Long.parseLong(row.getField("seed")),
                Integer.parseInt(row.getField("pictures")), Integer.parseInt(row.getField("epochs")),
                Double.parseDouble(row.getField("accuracy_as_trained")), Double.parseDouble(row.getField("accuracy")), shows(row.getField("shows")),
                checksums.getOrDefault(name + ".zip", "none"));
    }

    private static Optional<Flaw> flaw(final String id) {
        return Arrays.stream(Flaw.values()).filter(flaw -> flaw.id().equals(id)).findFirst();
    }

    /** Such as {@code F2 0.01; F4 0}. */
    private static Map<Flaw, Double> shows(final String field) {
        final Map<Flaw, Double> shows = new HashMap<>();
        for (final String entry : field.split("; ")) {
            final String[] parts = entry.split(" ");
            shows.put(flaw(parts[0]).orElseThrow(), Double.parseDouble(parts[1]));
        }
        return shows;
    }

    /** All of them, sound ones first. */
    public List<ExampleNetwork> all() {
        return networks;
    }

    /** @throws IllegalArgumentException when there is no network of that name */
    public ExampleNetwork named(final String name) {
        return networks.stream().filter(network -> network.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no example network is called '%s'; there are %s".formatted(name,
                        networks.stream().map(ExampleNetwork::name).toList())));
    }

    /** The sound network of a subject: what a flawed one should have been. */
    public ExampleNetwork sound(final Subject subject) {
        return networks.stream().filter(network -> network.subject() == subject && network.flaw().isEmpty()).findFirst().orElseThrow();
    }
}
