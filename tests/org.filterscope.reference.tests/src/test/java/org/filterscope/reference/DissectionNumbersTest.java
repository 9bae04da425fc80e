package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.filterscope.analysis.concepts.ConceptSet;
import org.filterscope.analysis.concepts.MaskedPictures;
import org.filterscope.analysis.dissection.ConceptMaps;
import org.filterscope.analysis.dissection.DissectedLayer;
import org.filterscope.analysis.dissection.Dissection;
import org.filterscope.analysis.dissection.LayerDissection;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.core.configuration.ConceptSettings;
import org.filterscope.core.configuration.DissectionSettings;
import org.filterscope.core.configuration.DissectionSettings.Mode;
import org.filterscope.core.configuration.DissectionSettings.Upsampling;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.Score;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.picture.PictureFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * A whole dissection, from pictures and masks to labels, against a table that another program computed with another engine: 512 filters of
 * SqueezeNet against twelve concepts. Tolerances allow for float32 sums in another order, which move single pixels across a threshold.
 */
class DissectionNumbersTest {
    private static final double IOU = 1e-4;
    private static final double MOSTLY = 1e-5;
    private static final List<String> STREET = List.of("sky", "building", "pole", "road", "pavement", "tree", "sign_symbol", "fence", "car",
            "pedestrian", "bicyclist");

    @TempDir
    Path folder;

    /** One line of the reference: by concept the IoU. */
    private record Line(double threshold, String best, Map<String, Double> ious) {
    }

    @Test
    void thresholdsOverlapsAndLabelsAreThoseOfTheReference() throws Exception {
        final ReferenceData data = ReferenceData.find();
        final List<Line> reference = reference(data.file("reference/dissection-squeezenet10/iou.csv"));
        final LayerDissection found = dissect(data);
        final List<ConceptRow> rows = new ArrayList<>();
        found.rows().values().forEach(rows::addAll);
        assertThat(rows).hasSize(reference.size() * (STREET.size() + 1));
        int close = 0;
        for (final ConceptRow row : rows) {
            final Line line = reference.get(row.channel());
            final double iou = line.ious().get(row.concept());
            assertThat(row.iou()).as("IoU of filter %d with %s", row.channel(), row.concept()).isCloseTo(iou, within(IOU));
            assertThat(row.threshold()).as("threshold of filter %d", row.channel())
                    .isCloseTo(line.threshold(), within(1e-3 + 1e-5 * line.threshold()));
            close += Math.abs(row.iou() - iou) <= MOSTLY ? 1 : 0;
        }
        assertThat((double) close / rows.size()).as("share of IoUs within %s", MOSTLY).isGreaterThanOrEqualTo(0.995);
        int same = 0;
        for (int filter = 0; filter < reference.size(); filter++) {
            same += found.scores().get(filter).text(Score.LABEL).orElse("").equals(reference.get(filter).best()) ? 1 : 0;
        }
        assertThat(same).as("same labels").isGreaterThanOrEqualTo(510);
        assertThat(found.scores().stream().filter(scores -> scores.flag(Score.DETECTOR)).count()).as("detectors").isBetween(46L, 48L);
        assertThat(found.detectors()).singleElement().satisfies(detectors -> {
            assertThat(detectors.detectors()).isBetween(46, 48);
            assertThat(detectors.unique()).isEqualTo(6);
        });
    }

    private LayerDissection dissect(final ReferenceData data) throws Exception {
        final Path given = data.file("reference/dissection-squeezenet10");
        final JsonObject definition = new Gson().fromJson(Files.readString(given.resolve("definition.json")), JsonObject.class);
        final String layer = definition.get("layer").getAsString();
        final NetworkGraph graph = new NetworkReader().read(data.file("models/squeezenet10-imagenet/squeezenet10_imagenet_rgb01.h5"),
                Optional.empty());
        final ReferenceInputs inputs = ReferenceInputs.of(graph, 1 / 255.0);
        final List<ConceptMaps> maps = new ArrayList<>();
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            for (final String set : List.of("street", "flood")) {
                final MaskedPictures concepts = MaskedPictures.list(new ConceptSettings(set, folder(given.resolve("images"), set),
                        given.resolve("masks"), names(set), "object"), inputs.preparation(), folder.resolve("report"));
                concepts.check(Progress.NONE);
                assertThat(concepts.pictures()).hasSize(40);
                final List<float[]> values = new ArrayList<>();
                for (final PictureFile picture : concepts.pictures()) {
                    values.add(session.forward(inputs.read(picture.file()), Set.of(layer)).get(layer).values());
                }
                maps.add(new ConceptMaps(new StoredMaps(graph.shape(layer), values), List.<ConceptSet>of(concepts)));
            }
        }
        final ReceptiveFields fields = new ReceptiveFields(graph);
        final DissectionSettings settings = new DissectionSettings(Mode.CVPR2017, Upsampling.HALFPIXEL,
                definition.get("upper_fraction").getAsDouble(), 0.04, 0);
        return new Dissection(settings, 1).run(new DissectedLayer(layer, graph.shape(layer), graph.input(), fields.vertical(layer),
                fields.horizontal(layer)), maps, Progress.NONE);
    }

    /** A folder with the pictures of one set. */
    private Path folder(final Path images, final String set) throws IOException {
        final Path some = Files.createDirectories(folder.resolve(set));
        try (var files = Files.newDirectoryStream(images, set + "_*")) {
            for (final Path file : files) {
                Files.copy(file, some.resolve(file.getFileName()));
            }
        }
        return some;
    }

    private Path names(final String set) throws IOException {
        final StringBuilder table = new StringBuilder("id,name\n");
        if ("flood".equals(set)) {
            table.append("12,water\n");
        } else {
            STREET.forEach(name -> table.append(STREET.indexOf(name)).append(',').append(name).append('\n'));
        }
        return Files.writeString(folder.resolve(set + ".csv"), table);
    }

    private static List<Line> reference(final Path file) throws IOException {
        final List<Line> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (final NamedCsvRecord fields : reader) {
                final Map<String, Double> ious = new HashMap<>();
                STREET.forEach(name -> ious.put(name, Double.valueOf(fields.getField(name))));
                ious.put("water", Double.valueOf(fields.getField("water")));
                lines.add(new Line(Double.parseDouble(fields.getField("threshold")), fields.getField("best"), ious));
            }
        }
        return lines;
    }

    private record StoredMaps(Shape shape, List<float[]> values) implements LayerMaps {
        @Override
        public int pictures() {
            return values.size();
        }

        @Override
        public void forEach(final Visitor visitor) throws IOException {
            for (int picture = 0; picture < values.size(); picture++) {
                visitor.visit(picture, values.get(picture));
            }
        }
    }
}
