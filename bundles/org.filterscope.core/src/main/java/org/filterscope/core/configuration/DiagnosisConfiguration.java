package org.filterscope.core.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One diagnosis: a model, pictures, and what to find out. All paths are absolute.
 *
 * @param file     the configuration file itself
 * @param model    the network's file
 * @param labels   names of the network's outputs, one a line in output order
 * @param input    how a picture becomes the network's input
 * @param images   which pictures
 * @param layers   names of the layers to look into; empty means: the analysis chooses
 * @param analyses which analyses to run, in order
 * @param filters  settings of the analysis {@code filters}
 * @param concepts sets of concepts with masks, for the analysis {@code dissection}
 * @param landmarks object parts, for the analysis {@code instability}
 * @param dissection settings of the analysis {@code dissection}
 * @param sample   pictures that the analyses {@code classes} (where gradients are needed) and {@code ablation} look at, drawn evenly from
 *                 the classes
 * @param fields   settings of the analysis {@code fields}
 * @param graph    settings of the analysis {@code graph}
 * @param gates    what {@code filterscope check} demands
 * @param output   the report directory
 * @param lines    1-based line of each key that the file gives
 * @param text     the file's content
 */
public record DiagnosisConfiguration(Path file, Path model, Optional<Path> labels, InputSettings input, PictureSettings images,
        List<String> layers, List<Analysis> analyses, FilterSettings filters, List<ConceptSettings> concepts,
        Optional<LandmarkSettings> landmarks, DissectionSettings dissection, int sample, FieldSettings fields,
        GraphSettings graph, GateSettings gates, Path output, Map<String, Integer> lines, String text) {

    public DiagnosisConfiguration {
        layers = List.copyOf(layers);
        analyses = List.copyOf(analyses);
        concepts = List.copyOf(concepts);
        lines = Map.copyOf(lines);
    }

    public DiagnosisConfiguration withOutput(final Path other) {
        return new DiagnosisConfiguration(file, model, labels, input, images, layers, analyses, filters, concepts, landmarks, dissection,
                sample, fields, graph, gates, other, lines, text);
    }

    /** A complaint about a value that turned out wrong only later, when model and pictures were known. */
    public InvalidConfigurationException error(final String key, final String reason) {
        return new InvalidConfigurationException(file, lines.getOrDefault(key, 0), reason);
    }
}
