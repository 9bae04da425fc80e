package org.filterscope.analysis.flaws;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.analysis.concepts.Concept;
import org.filterscope.analysis.concepts.ConceptSet;
import org.filterscope.core.configuration.InputSettings;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.examples.networks.ExampleNetworks;
import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.render.LabelMap;
import org.filterscope.examples.world.World;
import org.filterscope.examples.world.WorldPicture;

/** What a run would know of an example network and drawn pictures with their masks, without a detour over files. */
final class ExampleEvidence implements AutoCloseable {
    static final int SIDE = 64;
    private static final int BATCH = 32;
    private final NetworkSession session;

    ExampleEvidence(final String network) throws Exception {
        final Path file = Files.createTempFile("network", ".zip");
        try (InputStream stream = ExampleNetworks.load().named(network).open()) {
            Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
            final NetworkGraph graph = new NetworkReader().read(file, Optional.of(new InputSettings.Size(SIDE, SIDE)));
            session = Nd4jExecutor.load().open(graph);
        } finally {
            Files.delete(file);
        }
    }

    NetworkGraph graph() {
        return session.graph();
    }

    /** @param layers that are looked into */
    FlawEvidence of(final World world, final List<WorldPicture> pictures, final String... layers) throws Exception {
        final NetworkGraph graph = session.graph();
        final List<float[]> inputs = pictures.stream().map(picture -> picture.rendering().image().planes()).toList();
        final Map<String, List<float[]>> maps = new LinkedHashMap<>();
        for (final String layer : layers) {
            maps.put(layer, new ArrayList<>(Collections.nCopies(inputs.size(), null)));
        }
        final int[] outputs = new int[inputs.size()];
        final float[] probabilities = new float[inputs.size()];
        for (int first = 0; first < inputs.size(); first += BATCH) {
            forward(inputs.subList(first, Math.min(inputs.size(), first + BATCH)), first, maps, outputs, probabilities);
        }
        final ReceptiveFields fields = new ReceptiveFields(graph);
        final List<FlawLayer> looked = new ArrayList<>();
        maps.forEach((layer, values) -> {
            final StoredMaps stored = new StoredMaps(graph.shape(layer), values);
            looked.add(new FlawLayer(layer, stored, new MapPeaks(stored), IntStream.range(0, stored.shape().channels())
                    .mapToObj(channel -> layer + "-" + channel).toList(), fields.vertical(layer), fields.horizontal(layer)));
        });
        final PictureClasses classes = new PictureClasses(world.classes(),
                pictures.stream().mapToInt(picture -> world.classes().indexOf(picture.label())).toArray());
        return new FlawEvidence(session, world.classes(), classes, IntStream.range(0, inputs.size()).mapToObj("%05d.png"::formatted).toList(),
                StoredMaps.inputs(inputs), new Predictions(outputs, probabilities), looked, masks(world, pictures), 1);
    }

    private void forward(final List<float[]> inputs, final int first, final Map<String, List<float[]>> maps, final int[] outputs,
            final float[] probabilities) {
        final NetworkGraph graph = session.graph();
        final int length = (int) graph.input().size();
        final float[] batch = new float[inputs.size() * length];
        for (int i = 0; i < inputs.size(); i++) {
            System.arraycopy(inputs.get(i), 0, batch, i * length, length);
        }
        final Set<String> wanted = new HashSet<>(maps.keySet());
        wanted.add(graph.output().name());
        final Map<String, FeatureMaps> found = session.forward(new FeatureMaps(inputs.size(), graph.input(), batch), wanted);
        for (int i = 0; i < inputs.size(); i++) {
            for (final String layer : maps.keySet()) {
                final FeatureMaps all = found.get(layer);
                maps.get(layer).set(first + i, Arrays.copyOfRange(all.values(), all.start(i, 0), all.start(i, 0) + (int) all.shape().size()));
            }
            final FeatureMaps output = found.get(graph.output().name());
            for (int label = 0; label < output.shape().channels(); label++) {
                if (output.values()[output.start(i, label)] > probabilities[first + i]) {
                    probabilities[first + i] = output.values()[output.start(i, label)];
                    outputs[first + i] = label;
                }
            }
        }
    }

    private static List<ConceptSet> masks(final World world, final List<WorldPicture> pictures) {
        final List<ConceptSet> sets = new ArrayList<>();
        for (final ConceptCategory category : ConceptCategory.values()) {
            final List<Concept> concepts = world.concepts().names(category).stream().map(name -> new Concept(name, category.label())).toList();
            if (!concepts.isEmpty()) {
                sets.add(new DrawnMasks(category.label(), concepts, pictures.stream().map(picture -> picture.rendering().labels(category)).toList()));
            }
        }
        return sets;
    }

    @Override
    public void close() {
        session.close();
    }

    private record DrawnMasks(String name, List<Concept> concepts, List<LabelMap> masks) implements ConceptSet {
        @Override
        public List<PictureFile> pictures() {
            return IntStream.range(0, masks.size()).mapToObj(i -> new PictureFile("%05d.png".formatted(i), Path.of("none"), "")).toList();
        }

        @Override
        public short[] labels(final int picture) {
            final byte[] numbers = masks.get(picture).numbers();
            final short[] labels = new short[numbers.length];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = (short) ((numbers[i] & 255) - 1);
            }
            return labels;
        }
    }
}
