package org.filterscope.core.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a configuration says of the things seen on pictures: concepts and landmarks. */
final class EvidenceReader {
    private static final String CLASSES = "classes";

    private final Path file;
    private final YamlMapping root;
    private final Path images;

    /** @param images folder of the pictures where none is given */
    EvidenceReader(final Path file, final YamlMapping root, final Path images) {
        this.file = file;
        this.root = root;
        this.images = images;
    }

    List<ConceptSettings> concepts() throws InvalidConfigurationException {
        final List<ConceptSettings> sets = new ArrayList<>();
        final Set<String> names = new HashSet<>();
        for (final YamlMapping given : root.mappings("concepts", ConfigurationKeys.names("concepts"))) {
            final Path masks = needed(given, "masks", false, "the folder with the masks");
            final ConceptSettings set = new ConceptSettings(name(given, masks),
                    ConfigurationReader.existing(file, given, "images", false).orElse(images), masks,
                    needed(given, "names", true, "the table with the concepts' ids and names"),
                    given.text("category").orElse(ConceptSettings.DEFAULT_CATEGORY));
            if (set.name().equalsIgnoreCase(CLASSES)) {
                throw given.error("name", "a concept set cannot be called '%s': so is the one that Filterscope makes of class folders"
                        .formatted(CLASSES));
            }
            // Names become names of files, and many file systems do not tell upper case from lower case.
            if (!names.add(set.name().toLowerCase(Locale.ROOT))) {
                throw given.error("name", "two concept sets are called '%s', upper and lower case being the same; give each a 'name' of its own"
                        .formatted(set.name()));
            }
            sets.add(set);
        }
        return sets;
    }

    /** Its own, or that of the folder with its masks. */
    private static String name(final YamlMapping given, final Path masks) throws InvalidConfigurationException {
        final Optional<String> name = given.text("name");
        if (name.isEmpty() && masks.getFileName() == null) {
            throw given.error("masks", "the concept set with the masks in %s needs a 'name': this folder has none".formatted(masks));
        }
        return name.orElseGet(() -> masks.getFileName().toString());
    }

    Optional<LandmarkSettings> landmarks() throws InvalidConfigurationException {
        if (root.isPlain("landmarks")) {
            return ConfigurationReader.existing(file, root, "landmarks", true).map(table -> new LandmarkSettings(table, images));
        }
        final Optional<YamlMapping> given = root.mapping("landmarks", ConfigurationKeys.names("landmarks"));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LandmarkSettings(needed(given.get(), "file", true, "the table of points or boxes"),
                ConfigurationReader.existing(file, given.get(), "images", false).orElse(images)));
    }

    private Path needed(final YamlMapping mapping, final String key, final boolean regular, final String what)
            throws InvalidConfigurationException {
        return ConfigurationReader.existing(file, mapping, key, regular)
                .orElseThrow(() -> mapping.error(key, "'%s' is missing: %s".formatted(key, what)));
    }
}
