package org.filterscope.core.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.report.InvalidReportException;

/**
 * What became of a network's filters from report to report.
 *
 * @param manifest    what was compared
 * @param events      in the order of the reports, then by layer and channel
 * @param filters     in the order of the reports, then by layer and channel; first those of the same number, then the matched ones
 * @param layers      in the order of the reports, then by layer
 * @param categories  in the order of the reports, then as in the report
 * @param transitions in the order of the reports, then by layer; labels before categories
 */
public record Comparison(ComparisonManifest manifest, List<EventRow> events, List<FilterPairRow> filters, List<LayerPairRow> layers,
        List<CategoryRow> categories, List<TransitionRow> transitions) {

    private static final long LARGEST_MANIFEST = 16 << 20;

    public Comparison {
        events = List.copyOf(events);
        filters = List.copyOf(filters);
        layers = List.copyOf(layers);
        categories = List.copyOf(categories);
        transitions = List.copyOf(transitions);
    }

    /** @throws InvalidReportException when the directory holds no comparison that this version can read */
    public static Comparison open(final Path directory) throws InvalidReportException {
        final ComparisonFiles files = new ComparisonFiles(directory);
        final ComparisonManifest manifest = manifest(files);
        final ComparisonReader reader = new ComparisonReader(files);
        return new Comparison(manifest, reader.events(), reader.filters(), reader.layers(), reader.categories(), reader.transitions());
    }

    /** Whether a directory holds a comparison of ours that this version can read. */
    public static boolean isComparison(final Path directory) {
        try {
            return manifest(new ComparisonFiles(directory)) != null;
        } catch (final InvalidReportException e) {
            return false;
        }
    }

    /**
     * Writes it to a directory, at once or not at all; a comparison that lies there is replaced.
     *
     * @return the directory's absolute path
     * @throws InvalidInputException when something else lies there, or it cannot be written
     */
    public Path write(final Path directory) throws InvalidInputException {
        try (ComparisonTarget target = ComparisonTarget.reserve(directory)) {
            return target.write(this);
        }
    }

    private static ComparisonManifest manifest(final ComparisonFiles files) throws InvalidReportException {
        try {
            if (Files.size(files.manifest()) > LARGEST_MANIFEST) {
                throw new InvalidReportException("%s: is larger than 16 MB, which no comparison's manifest is".formatted(files.manifest()));
            }
            final ComparisonManifest manifest = new Gson().fromJson(Files.readString(files.manifest()), ComparisonManifest.class);
            if (manifest == null || !ComparisonManifest.TOOL.equals(manifest.tool()) || manifest.reports() == null || manifest.notes() == null) {
                throw new InvalidReportException("%s: does not describe a comparison of Filterscope".formatted(files.manifest()));
            }
            if (manifest.schema() != ComparisonManifest.SCHEMA) {
                throw new InvalidReportException("%s: the comparison has schema %d, this version reads schema %d; compare again"
                        .formatted(files.manifest(), manifest.schema(), ComparisonManifest.SCHEMA));
            }
            return manifest;
        } catch (final IOException e) {
            throw new InvalidReportException("%s: there is no comparison to read (%s)".formatted(files.directory(),
                    e.getClass().getSimpleName()), e);
        } catch (final JsonParseException | NumberFormatException e) {
            throw new InvalidReportException("%s: is damaged; compare again".formatted(files.manifest()), e);
        }
    }
}
