package org.filterscope.analysis.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.fingerprint.FilterFingerprints;
import org.filterscope.analysis.maps.MapStore;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Manifest;
import org.filterscope.engine.picture.Digests;
import org.filterscope.engine.picture.PictureFile;

/** One diagnosis once everything is read: shows the pictures to the network, then lets one analysis after the other look at what it said. */
final class DiagnosisRun implements Closeable {
    private final RunContext context;
    private final List<String> layers;
    private final Workplace workplace;
    private final List<String> stored;
    private final int batch;
    private final List<MapStore> stores = new ArrayList<>();
    private final Map<String, String> facts = new TreeMap<>();
    private final int resumed;
    private Findings flaws = new Findings(List.of(), List.of());

    /** @param layers that are looked into */
    DiagnosisRun(final RunContext context, final List<String> layers, final Workplace workplace) throws IOException {
        this.context = context;
        this.layers = layers;
        this.workplace = workplace;
        final Set<String> taps = new LinkedHashSet<>(layers);
        taps.add(output());
        stored = List.copyOf(taps);
        batch = BatchSize.of(context.graph(), stored);
        int found = 0;
        try {
            for (final PicturePool pool : context.evidence().pools()) {
                stores.add(new MapStore(workplace.maps(stores.size()), context.graph(), stored, batch, pool.pictures().size()));
                found += stores.getLast().pictures();
            }
        } catch (final IOException e) {
            close();
            throw e;
        }
        resumed = found;
    }

    private String output() {
        return context.graph().output().name();
    }

    /** How many pictures an earlier run had shown. */
    int resumed() {
        return resumed;
    }

    /** After {@link #run}: how some numbers came about, by analysis and layer. */
    Map<String, String> facts() {
        return Map.copyOf(facts);
    }

    RunContext context() {
        return context;
    }

    /** Hears what is known before the longest analyses begin. */
    @FunctionalInterface
    interface Interlude {
        /** @param done the analyses that have ended */
        void show(List<LayerResult> results, Set<Analysis> done) throws InvalidInputException, IOException;
    }

    /** @return what was seen, in lines for a person */
    List<String> run(final Set<Analysis> plan, final Interlude interlude) throws InvalidInputException, IOException {
        final Schedule schedule = context.schedule();
        final Progress progress = show();
        facts.put(Manifest.OUTPUTS, String.join("\n", context.labels()));
        final List<String> findings = new ArrayList<>(new PredictionTables(context.graph(), context.labels(), context.own())
                .write(stores.get(0).layer(output()), context.writer(), progress));
        final NetworkLayers rows = new NetworkLayers(context.graph(), context.fields());
        context.writer().layers(layers.stream().map(layer -> rows.row(context.graph().node(layer).orElseThrow())).toList());
        final DissectionStage dissection = new DissectionStage(context);
        final List<LayerResult> results = filters(dissection);
        interlude.show(results, EnumSet.of(Analysis.FILTERS));
        if (schedule.has(Stage.DISSECTION)) {
            findings.addAll(dissection.run(results, stores));
        }
        if (schedule.has(Stage.INSTABILITY)) {
            new InstabilityStage(context, workplace).run(results, stores.get(context.evidence().landmarkPool()));
        }
        if (schedule.has(Stage.CLASSES)) {
            findings.addAll(new ClassStages(context, facts).relate(results));
        }
        if (schedule.has(Stage.ABLATION)) {
            findings.addAll(new ClassStages(context, facts).ablate(results));
        }
        if (schedule.has(Stage.FIELDS)) {
            new FieldStage(context).run(results);
        }
        if (schedule.has(Stage.SIMILARITY)) {
            new SimilarityStage(context).run(results);
        }
        final Set<Analysis> done = EnumSet.copyOf(plan);
        done.removeAll(EnumSet.of(Analysis.GRAPH, Analysis.FLAWS));
        if (done.size() < plan.size() && done.size() > 1) {
            interlude.show(results, done);
        }
        if (context.graphs().isPresent()) {
            findings.addAll(new GraphStage(context, context.graphs().get(), workplace, facts).run(results, stores.get(0)));
        }
        if (schedule.has(Stage.FLAWS)) {
            flaws = new FlawStage(context).run(results, stores.get(0).layer(output()));
            findings.addAll(FlawStage.lines(flaws));
        }
        for (final LayerResult result : results) {
            result.write(context.writer());
        }
        new Thumbnails(context.preparation(), context.graph().input()).write(shown(results), context.own(), context.writer(),
                pictures -> schedule.begin(Stage.THUMBNAILS, pictures));
        return findings;
    }

    /** Shows all pictures; those that are stored are not shown again. */
    private Progress show() throws InvalidInputException, IOException {
        final Progress progress = context.schedule().begin(Stage.PICTURES, context.evidence().pictures());
        final PicturePass pass = new PicturePass(context.session(), stored, context.preparation(), batch, false);
        for (int i = 0; i < stores.size(); i++) {
            pass.run(context.evidence().pools().get(i).pictures(), stores.get(i), progress);
        }
        return progress;
    }

    /** Instead of {@link #run}: looks for flaws, and for nothing that the searches can do without. */
    Findings lookForFlaws() throws InvalidInputException, IOException {
        show();
        return new FlawStage(context).run(filters(new DissectionStage(context)), stores.get(0).layer(output()));
    }

    /** Tops of filters, pictures that graphs were mined from, and those that show findings. */
    private List<String> shown(final List<LayerResult> results) {
        final List<String> paths = new ArrayList<>(FilterTables.shown(results, context.own()));
        context.graphs().ifPresent(plan -> Arrays.stream(plan.pictures()).mapToObj(picture -> context.own().pictures().get(picture).path())
                .forEach(paths::add));
        flaws.findings().forEach(finding -> finding.pictures().forEach(exhibit -> paths.add(exhibit.picture())));
        return paths;
    }

    private List<LayerResult> filters(final DissectionStage dissection) throws IOException {
        final FilterTables tables = new FilterTables(context.graph(), context.fields(), context.own(), context.configuration().filters().top(),
                context.writer());
        final Progress progress = context.schedule().begin(Stage.FILTERS, (long) layers.size() * context.own().pictures().size());
        final List<LayerResult> results = new ArrayList<>();
        for (final String layer : layers) {
            final LayerResult result = tables.write(layer, stores.get(0).layer(layer), dissection.counting(layer), progress);
            result.add(FilterFingerprints.of(context.graph(), layer, progress));
            results.add(result);
        }
        return results;
    }

    /** After {@link #run}: SHA-256 over the run's own pictures, as the manifest defines it. */
    byte[] digest() throws IOException {
        final MessageDigest digest = Digests.sha256();
        final List<PictureFile> pictures = context.own().pictures();
        for (int i = 0; i < pictures.size(); i++) {
            digest.update(pictures.get(i).path().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(HexFormat.of().formatHex(stores.get(0).digest(i)).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) '\n');
        }
        return digest.digest();
    }

    @Override
    public void close() throws IOException {
        for (final MapStore store : stores) {
            store.close();
        }
    }
}
