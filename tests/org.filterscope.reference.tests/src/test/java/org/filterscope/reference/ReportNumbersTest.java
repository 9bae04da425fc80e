package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.filterscope.analysis.run.Diagnosis;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.PredictionRow;
import org.filterscope.core.report.PredictionRow.Guess;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.TopRow;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.reference.ReferenceData.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole diagnosis, from JPEG files to the report's tables, against Keras on TensorFlow: the land-use network on the twelve original
 * pictures that the references were made of. Tolerances as in {@link NetworkNumbersTest}.
 */
class ReportNumbersTest {
    private static final String LAYER = "concept";

    @TempDir
    Path folder;

    @Test
    void theReportOfTheOriginalPicturesHasTheReferencesNumbers() throws Exception {
        final ReferenceData data = ReferenceData.find();
        final List<Item> items = data.reference("landuse12").items();
        final Report report = diagnose(data, items);

        final Map<String, PredictionRow> predictions = report.predictions().stream()
                .collect(Collectors.toMap(PredictionRow::picture, Function.identity()));
        final List<FilterRow> filters = report.filters(LAYER);
        final List<TopRow> tops = report.tops(LAYER);
        for (final Item item : items) {
            final String picture = item.source().replace("landuse-ucm/", "");
            final Map<String, Double> probabilities = predictions.get(picture).best().stream()
                    .collect(Collectors.toMap(Guess::name, Guess::probability));
            item.top().forEach(top -> assertThat(probabilities.getOrDefault(top.get(1).getAsString(), 0.0)).as("%s %s", picture, top)
                    .isCloseTo(top.get(2).getAsDouble(), within(1e-4)));
            for (int channel = 0; channel < item.channel_max().size(); channel++) {
                final double highest = item.channel_max().get(channel);
                assertThat(peak(tops, channel, picture)).as("peak of filter %d on %s", channel, picture).isCloseTo(highest,
                        within(1e-3 * highest + 1e-5));
            }
        }
        for (int channel = 0; channel < items.get(0).channel_mean().size(); channel++) {
            final int c = channel;
            final double mean = items.stream().mapToDouble(item -> item.channel_mean().get(c)).average().orElseThrow();
            assertThat(filters.get(c).mean()).as("mean of filter %d", c).isCloseTo(mean, within(1e-3 * mean + 1e-5));
        }
    }

    /** All twelve pictures are kept for each filter, so that the tables tell every single peak. */
    private Report diagnose(final ReferenceData data, final List<Item> items) throws Exception {
        for (final Item item : items) {
            final Path copy = folder.resolve("pictures").resolve(item.source().replace("landuse-ucm/", ""));
            Files.createDirectories(copy.getParent());
            Files.copy(data.file(item.source()), copy);
        }
        final Path model = data.file("models/landuse-squeezenet");
        final Path configuration = Files.writeString(folder.resolve("landuse.filterscope"), """
                model: %s
                labels: %s
                input: { size: [227, 227], scale: 0.00392156862745098 }
                images: { folder: pictures }
                layers: [%s]
                filters: { top: 12 }
                """.formatted(model.resolve("landuse12.h5").toAbsolutePath().normalize(),
                model.resolve("labels.txt").toAbsolutePath().normalize(), LAYER));
        final Nd4jExecutor executor = Nd4jExecutor.load();
        new Diagnosis(() -> executor, "test", 1).run(new ConfigurationReader().read(configuration), false, Progress.NONE);
        return Report.open(folder.resolve("report"));
    }

    /** Pictures on which a filter never rises above zero are not among its tops. */
    private static double peak(final List<TopRow> tops, final int channel, final String picture) {
        return tops.stream().filter(top -> top.channel() == channel && top.picture().equals(picture)).mapToDouble(TopRow::value).findFirst()
                .orElse(0);
    }
}
