package org.filterscope.ui.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.core.configuration.Analysis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a text has a bar, somebody asks for proposals. */
class CompletionsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("pictures/river"));
        Files.createDirectories(folder.resolve("pictures/freeway"));
        Files.createDirectories(folder.resolve("networks"));
        Files.writeString(folder.resolve("networks/deep.onnx"), "");
        Files.writeString(folder.resolve("flawed.zip"), "");
        Files.writeString(folder.resolve("notes.txt"), "");
        Files.writeString(folder.resolve(".hidden.zip"), "");
    }

    @Test
    void anEmptyTextIsOfferedTheOutermostKeysInTheOrderOfTheDocumentation() {
        assertEquals(List.of("model", "labels", "input", "images", "layers", "analyses", "filters", "concepts", "landmarks", "dissection", "sample",
                "fields", "graph", "gates", "output"), words("|"));
    }

    @Test
    void whatIsWrittenAlreadyNarrowsDown() {
        assertEquals(List.of("labels", "layers"), words("la|").subList(0, 2));
        assertEquals("labels: ", after("la|"));
        assertEquals("model: a.h5\nimages:\n  ", after("model: a.h5\nim|"));
    }

    @Test
    void keysThatAreGivenAreNotOfferedAgainWhereverTheyStand() {
        assertEquals(List.of("classes", "limit"), words("images:\n  folder: pictures\n  |\n  seed: 3\n"));
        assertEquals(List.of("scale", "mean"), words("input: { size: [1, 2], |std: 1, order: rgb, resize: pad, resampling: pil }"));
        assertFalse(words("model: a\n|\nimages: { folder: b }\n").contains("images"));
    }

    @Test
    void aSecondItemOfAListHasKeysOfItsOwn() {
        assertEquals(List.of("name", "images", "masks", "names", "category"), words("concepts:\n  - name: a\n    masks: b\n  - |"));
        assertEquals(List.of("name", "images", "names", "category"), words("concepts:\n  - name: a\n  - masks: b\n    |"));
    }

    @Test
    void wordsThatAreAcceptedAreOffered() {
        assertEquals(List.of("stretch", "crop", "pad"), words("input: { resize: | }"));
        assertEquals(List.of("pad"), words("input:\n  resize: pa|\n").subList(0, 1));
        assertEquals(List.of(Analysis.values()).stream().map(Analysis::key).toList(), words("analyses: [|]"));
        assertEquals(List.of("low", "medium", "high"), words("gates:\n  flaws:\n    severity: |"));
        assertEquals(List.of("low", "medium", "high"), words("gates: { flaws: { severity:| } }"));
    }

    @Test
    void aColonWithoutASpaceGetsOne() {
        assertEquals("input:\n  order: rgb", after("input:\n  order:|"));
    }

    @Test
    void layersOfTheModelAreOfferedButThoseNamedAlready() {
        assertEquals(List.of("auto", "conv1", "conv2", "dense"), words("model: flawed.zip\nlayers: |"));
        assertEquals(List.of("conv2", "dense"), words("model: flawed.zip\nlayers: [conv1, |]"));
        assertEquals(List.of("conv2"), words("model: flawed.zip\nlayers:\n  - conv1\n  - v2|").stream().filter("conv2"::equals).toList());
        assertEquals(List.of("conv1", "conv2", "dense"), words("model: flawed.zip\ngates:\n  iou:\n    layer: |"));
        assertEquals(List.of("auto"), words("layers: |"));
    }

    @Test
    void filesAndFoldersAreRelativeToTheConfiguration() {
        assertEquals(List.of("networks/", "pictures/", "flawed.zip"), words("model: |"));
        assertEquals(List.of("networks/deep.onnx"), words("model: networks/|"));
        assertEquals("model: networks/deep.onnx", after("model: networks/d|"));
        assertEquals(List.of("networks", "pictures"), words("images: { folder: |"));
        assertTrue(words("model: nowhere/|").isEmpty());
    }

    @Test
    void classesAreTheFoldersOfPictures() {
        assertEquals(List.of("freeway", "river"), words("images: { folder: pictures }\ngraph:\n  classes: [|]"));
    }

    @Test
    void nothingIsOfferedInACommentAndWhereNoKeyIs() {
        assertTrue(words("model: a  # la|").isEmpty());
        assertTrue(words("nothing:\n  |").isEmpty());
        assertTrue(words("images:\n  limit: |").isEmpty());
    }

    @Test
    void aKeyThatIsBeingRenamedKeepsItsValue() {
        assertEquals("input: { folder: a }", whole("in|ages: { folder: a }"));
        assertEquals("input: { scale: 0, std: 1 }", whole("input: { sc|, std: 1 }").replace("scale: ", "scale: 0"));
    }

    @Test
    void aValueIsReplacedAsAWhole() {
        assertEquals("input: { resize: stretch, std: 1 }", whole("input: { resize: |crop, std: 1 }"));
        assertEquals("input: { resize: crop } # c", whole("input: { resize: cr|oop } # c"));
    }

    @Test
    void wordsThatYamlWouldTakeForSomethingElseAreQuoted() throws IOException {
        Files.createDirectories(folder.resolve("pictures/a, b"));
        assertEquals("graph:\n  classes: ['a, b'", after("images: { folder: pictures }\ngraph:\n  classes: [a|").lines().skip(1).reduce((a, b) -> a + "\n" + b)
                .orElseThrow());
    }

    @Test
    void everyProposalForAKeyTellsWhatTheKeyIsFor() {
        assertTrue(completions("gates:\n  |").stream().noneMatch(completion -> completion.help().isEmpty()));
    }

    private List<String> words(final String marked) {
        return completions(marked).stream().map(Completion::words).toList();
    }

    /** The text once the first proposal was taken. */
    private String whole(final String marked) {
        final String text = marked.replace("|", "");
        final Completion first = completions(marked).getFirst();
        return text.substring(0, first.start()) + first.replacement() + text.substring(first.start() + first.length());
    }

    /** The text up to the caret once the first proposal was taken. */
    private String after(final String marked) {
        final String text = marked.replace("|", "");
        final Completion first = completions(marked).getFirst();
        return (text.substring(0, first.start()) + first.replacement()).substring(0, first.start() + first.caret());
    }

    private List<Completion> completions(final String marked) {
        final int offset = marked.indexOf('|');
        final ModelFacts facts = (model, size) -> model.equals(folder.resolve("flawed.zip")) ? List.of("conv1", "conv2", "dense") : List.of();
        return new Completions(folder.resolve("a.filterscope"), facts).at(marked.replace("|", ""), offset);
    }
}
