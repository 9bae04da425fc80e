package org.filterscope.analysis.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.DissectionSettings;
import org.filterscope.core.report.Manifest;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.picture.PictureFolder;

/** Says in the report what it is about and how it came to be. */
final class ManifestMaker {
    private final DiagnosisConfiguration configuration;
    private final String version;
    private final int threads;
    private final Instant started;

    ManifestMaker(final DiagnosisConfiguration configuration, final String version, final int threads, final Instant started) {
        this.configuration = configuration;
        this.version = version;
        this.threads = threads;
        this.started = started;
    }

    /**
     * @param status  see {@link Manifest}
     * @param facts  how some numbers came about, by analysis and layer
     * @param digest SHA-256 over all pictures
     */
    Manifest of(final String status, final Set<Analysis> plan, final String modelDigest, final Executor executor, final NetworkGraph graph, final PictureFolder folder,
            final List<String> layers, final Map<String, String> facts, final byte[] digest) {
        final Map<String, String> software = new TreeMap<>(executor.software());
        software.put("java", System.getProperty("java.version"));
        software.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return new Manifest(Manifest.SCHEMA, Manifest.TOOL, version, status,
                new Manifest.Model(configuration.model().toString(), modelDigest, graph.format(),
                        List.of(graph.input().channels(), graph.input().rows(), graph.input().cols())),
                new Manifest.Data(configuration.images().folder().toString(), folder.pictures().size(), HexFormat.of().formatHex(digest),
                        folder.classes()),
                configuration.text(), plan.stream().map(Analysis::key).toList(), layers, settings(plan, facts), configuration.images().seed(),
                executor.device(), executor.name(), threads, software,
                new Manifest.Times(started.truncatedTo(ChronoUnit.SECONDS).toString(),
                        Duration.between(started, Instant.now()).toMillis() / 1000.0));
    }

    /** Of the analyses that ran; what the configuration leaves open, too. */
    private Map<String, String> settings(final Set<Analysis> plan, final Map<String, String> facts) {
        final Map<String, String> settings = new TreeMap<>(facts);
        settings.put("filters.top", Integer.toString(configuration.filters().top()));
        if (plan.contains(Analysis.DISSECTION)) {
            final DissectionSettings dissection = configuration.dissection();
            settings.put("dissection.mode", word(dissection.mode()));
            settings.put("dissection.upsampling", word(dissection.upsampling()));
            settings.put("dissection.quantile", Double.toString(dissection.quantile()));
            settings.put("dissection.detector", Double.toString(dissection.detector()));
            settings.put("dissection.permutations", Integer.toString(dissection.permutations()));
        }
        if (plan.contains(Analysis.CLASSES) || plan.contains(Analysis.ABLATION)) {
            settings.put("sample", Integer.toString(configuration.sample()));
        }
        if (plan.contains(Analysis.FIELDS)) {
            settings.put("fields.method", word(configuration.fields().method()));
            settings.put("fields.top", Integer.toString(configuration.fields().top()));
            settings.put("fields.occluder", Integer.toString(configuration.fields().occluder()));
            settings.put("fields.stride", Integer.toString(configuration.fields().stride()));
        }
        if (plan.contains(Analysis.GRAPH)) {
            settings.put("graph.constants", word(configuration.graph().constants()));
            settings.put("graph.classes", String.join(", ", configuration.graph().classes()));
            settings.put("graph.pictures", Integer.toString(configuration.graph().pictures()));
            settings.put("graph.patterns", Integer.toString(configuration.graph().patterns()));
            settings.put("graph.iterations", Integer.toString(configuration.graph().iterations()));
            settings.put("graph.mirrored", Boolean.toString(configuration.graph().mirrored()));
        }
        return settings;
    }

    private static String word(final Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
