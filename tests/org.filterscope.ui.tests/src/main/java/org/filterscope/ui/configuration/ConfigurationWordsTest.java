package org.filterscope.ui.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.configuration.ConfigurationKey;
import org.filterscope.core.configuration.ConfigurationKeys;
import org.filterscope.core.configuration.InvalidConfigurationException.UnknownKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationWordsTest {
    private final KeyDocumentation documentation = new KeyDocumentation();

    @Test
    void everyKeyAndEveryAnalysisIsDocumented() {
        final List<List<String>> paths = new ArrayList<>();
        collect(List.of(), ConfigurationKeys.ROOT, paths);
        assertTrue(paths.size() > 80, paths.toString());
        paths.forEach(path -> assertTrue(documentation.of(path).orElse("").endsWith("."), path.toString()));
        Stream.of(Analysis.values()).forEach(analysis -> assertTrue(documentation.analysis(analysis.key()).endsWith("."), analysis.key()));
    }

    @Test
    void aDocumentationTellsTheAcceptedWords() {
        assertTrue(documentation.of(List.of("input", "order")).orElseThrow().endsWith("Accepted: rgb, bgr."));
        assertTrue(documentation.of(List.of("gates", "iou")).orElseThrow().startsWith("A gate on the score iou"));
        assertTrue(documentation.of(List.of("modle")).isEmpty());
    }

    @Test
    void whatIsMeantIsSimilarToWhatIsWritten() {
        assertEquals(List.of("model"), KeyCorrection.candidates(new UnknownKey("modle", ConfigurationKeys.ROOT.names())));
        assertEquals("limit", KeyCorrection.candidates(new UnknownKey("limits", List.of("folder", "classes", "limit", "seed"))).getFirst());
        assertEquals(List.of("a", "b"), KeyCorrection.candidates(new UnknownKey("nonsense", List.of("a", "b"))));
    }

    @Test
    void aProblemIsMarkedWhereItIs(@TempDir final Path folder) {
        final String text = "model: missing.h5   # soon\nmodle: x\nimages:\n  folder: there\ninput: { size: [1, 2], resize: big }\n";
        final List<SourceProblem> problems = new SourceCheck(folder.resolve("a.filterscope")).problems(text);
        assertEquals(List.of("model: missing.h5", "modle", "folder: there", "resize: big"),
                problems.stream().map(problem -> text.substring(problem.offset(), problem.offset() + problem.length())).toList());
        assertEquals(List.of(1, 2, 4, 5), problems.stream().map(SourceProblem::line).toList());
    }

    @Test
    void theOutlineHasTheOrderOfTheSource() {
        final List<OutlineEntry> entries = OutlineEntry.of(SourceScanner.tokens("""
                output: report
                images:
                  folder: pictures
                  limit: 3
                concepts: [{ name: a, masks: b }, { name: c }]
                model: net.h5
                """));
        assertEquals(List.of("output", "images", "concepts", "model"), entries.stream().map(entry -> entry.key().text()).toList());
        assertEquals(List.of("folder", "limit"), entries.get(1).inside().stream().map(entry -> entry.key().text()).toList());
        assertEquals(List.of("a", "b", "c"), entries.get(2).inside().stream().map(OutlineEntry::value).toList());
        assertEquals("net.h5", entries.get(3).value());
    }

    @Test
    void whatLiesBelowTheConfigurationIsWrittenRelativeToIt() {
        assertEquals("a/b.h5", PathChoice.written(Path.of("/x/y"), Path.of("/x/y/a/b.h5")));
        assertEquals("/x/z/b.h5", PathChoice.written(Path.of("/x/y"), Path.of("/x/z/b.h5")));
    }

    private static void collect(final List<String> path, final ConfigurationKey key, final List<List<String>> paths) {
        for (final ConfigurationKey inside : key.keys()) {
            final List<String> deeper = Stream.concat(path.stream(), Stream.of(inside.name())).toList();
            paths.add(deeper);
            collect(deeper, inside, paths);
        }
    }
}
