package org.filterscope.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.benchmark.parts.AnimalMaps;
import org.filterscope.benchmark.parts.PartReport;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;

/**
 * What the explanatory graph knows of animals' parts beside the filters it is made of, on real pictures. Arguments: species; none for all.
 */
public final class PartsBenchmark {
    private static final int DRAWS = 20;

    private PartsBenchmark() {
    }

    public static void main(final String[] arguments) throws Exception {
        final Path data = Path.of(System.getProperty("filterscope.data", "../shared/data"));
        if (!Files.isDirectory(data.resolve("parts-animals"))) {
            System.out.printf("skipped: the pictures of animals are not here (%s)%n", data.resolve("parts-animals"));
            return;
        }
        final int threads = Runtime.getRuntime().availableProcessors();
        try (AnimalMaps animals = new AnimalMaps(data, List.of("fire9_concat", "fire8_concat"), OnnxRuntimeExecutor.load(threads))) {
            final List<String> species = arguments.length == 0 ? animals.table().species() : List.of(arguments);
            System.out.println(PartReport.HEADER);
            for (final String one : species) {
                System.out.print(new PartReport(animals.species(one), threads, DRAWS).text());
            }
        }
    }
}
