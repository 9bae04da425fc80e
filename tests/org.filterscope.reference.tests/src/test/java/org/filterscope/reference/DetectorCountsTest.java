package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.analysis.dissection.Detectors;
import org.filterscope.analysis.dissection.Detectors.Label;
import org.filterscope.core.report.DetectorRow;
import org.junit.jupiter.api.Test;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The authors' own table of AlexNet's fifth layer, counted by us and by them. No IoU in it is exactly at the threshold. */
class DetectorCountsTest {
    private static final String NAME = "reference/netdissect-tables/caffe_reference_places365_conv5";
    private static final List<String> CATEGORIES = List.of("object", "part", "scene", "texture", "material", "color");

    @Test
    void detectorsOfThePublishedTableAreCountedAsItsAuthorsDo() throws Exception {
        final ReferenceData data = ReferenceData.find();
        final JsonObject summary = new Gson().fromJson(Files.readString(data.file(NAME + ".summary.json")), JsonObject.class);
        final List<DetectorRow> rows = new Detectors(summary.get("iou_threshold").getAsDouble()).count("conv5", labels(data.file(NAME + ".csv")),
                CATEGORIES);
        for (final DetectorRow row : rows) {
            assertThat(row.detectors()).as("detectors of %s", row.category())
                    .isEqualTo(summary.getAsJsonObject("detectors_by_category").get(row.category()).getAsInt());
            assertThat(row.unique()).as("unique detectors of %s", row.category())
                    .isEqualTo(summary.getAsJsonObject("unique_by_category").get(row.category()).getAsInt());
        }
        assertThat(rows.stream().mapToInt(DetectorRow::detectors).sum()).isEqualTo(summary.get("detectors").getAsInt());
    }

    /** The label of a filter is the best of its categories' best, which the table gives with the counts behind their IoU. */
    private static List<Optional<Label>> labels(final Path table) throws IOException {
        final List<Optional<Label>> labels = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (final NamedCsvRecord fields : reader) {
                Optional<Label> best = Optional.empty();
                for (final String category : CATEGORIES) {
                    final double both = number(fields, category + "-intersect");
                    final double iou = both / (number(fields, category + "-truth") + number(fields, category + "-activation") - both);
                    if (best.isEmpty() || iou > best.get().iou()) {
                        best = Optional.of(new Label(fields.getField(category + "-label"), category, iou));
                    }
                }
                assertThat(best.orElseThrow().concept()).isEqualTo(fields.getField("label"));
                labels.add(best);
            }
        }
        return labels;
    }

    private static double number(final NamedCsvRecord fields, final String column) {
        return Double.parseDouble(fields.getField(column));
    }
}
