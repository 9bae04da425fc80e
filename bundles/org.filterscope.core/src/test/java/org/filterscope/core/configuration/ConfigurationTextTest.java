package org.filterscope.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTextTest {
    private static final String TEXT = """
            # what we ship
            model: landuse12.h5        # the third training
            labels: "labels.txt"
            input: { size: [227, 227], scale: 0.0039 }   # 1/255
            images:
              # all of them
              folder: pictures

              limit: 0
            layers: [fire9_concat, concept]
            concepts:
              - name: things   # of people
                masks: masks
              - { name: parts, masks: parts }
            """;

    private static ConfigurationText text(final String text) throws InvalidConfigurationException {
        return ConfigurationText.parse(text);
    }

    @Test
    void tellsValuesListsKeysAndPlaces() throws Exception {
        final ConfigurationText text = text(TEXT);
        assertThat(text.get("model")).contains("landuse12.h5");
        assertThat(text.get("labels")).contains("labels.txt");
        assertThat(text.get("images.folder")).contains("pictures");
        assertThat(text.get("concepts.1.masks")).contains("parts");
        assertThat(text.get("images")).isEmpty();
        assertThat(text.get("images.seed")).isEmpty();
        assertThat(text.texts("input.size")).containsExactly("227", "227");
        assertThat(text.texts("model")).containsExactly("landuse12.h5");
        assertThat(text.keys("images")).containsExactly("folder", "limit");
        assertThat(text.keys("concepts")).containsExactly("0", "1");
        assertThat(text.keys()).containsExactly("model", "labels", "input", "images", "layers", "concepts");
        assertThat(text.line("images.folder")).hasValue(7);
        assertThat(TEXT.substring(text.offset("images.folder").orElseThrow())).startsWith("folder: pictures");
        assertThat(text.line("images.seed")).isEmpty();
    }

    @Test
    void aKeyOfPointsAloneIsAtNoPath() throws Exception {
        final ConfigurationText text = text(". : 1\n..: 2\n");
        assertThat(text.keys()).containsExactly(".", "..");
        assertThat(text.get(".")).isEmpty();
        assertThat(text.line("..")).isEmpty();
        assertThat(text.has(".")).isFalse();
    }

    @Test
    void changesAValueAndNothingElse() throws Exception {
        assertThat(text(TEXT).with("model", "other model.onnx").toString()).isEqualTo(TEXT.replace("landuse12.h5", "other model.onnx"));
        assertThat(text(TEXT).with("labels", "names.txt").toString()).isEqualTo(TEXT.replace("\"labels.txt\"", "names.txt"));
        assertThat(text(TEXT).with("input.scale", "1").toString()).isEqualTo(TEXT.replace("0.0039", "1"));
        assertThat(text(TEXT).with("layers", List.of("a, b", "c")).toString()).isEqualTo(TEXT.replace("[fire9_concat, concept]", "['a, b', c]"));
        assertThat(text(TEXT).with("layers", "auto").toString()).isEqualTo(TEXT.replace("[fire9_concat, concept]", "auto"));
        assertThat(text(TEXT).with("concepts.0.masks", "m").toString()).isEqualTo(TEXT.replace("masks: masks", "masks: m"));
    }

    @Test
    void isTheSameWhenNothingChanges() throws Exception {
        final ConfigurationText text = text(TEXT);
        assertThat(text.with("labels", "labels.txt")).isSameAs(text);
        assertThat(text.with("layers", List.of("fire9_concat", "concept"))).isSameAs(text);
        assertThat(text.without("images.seed")).isSameAs(text);
    }

    @Test
    void aNewKeyComesWherePeopleExpectItIndentedAsItsNeighbours() throws Exception {
        assertThat(text(TEXT).with("images.seed", "2").toString()).isEqualTo(TEXT.replace("  limit: 0\n", "  limit: 0\n  seed: 2\n"));
        assertThat(text(TEXT).with("input.order", "bgr").toString()).isEqualTo(TEXT.replace("scale: 0.0039 }", "scale: 0.0039, order: bgr }"));
        assertThat(text(TEXT).with("analyses", List.of("filters")).toString())
                .isEqualTo(TEXT.replace("concept]\n", "concept]\nanalyses: [filters]\n"));
        assertThat(text(TEXT).with("gates.accuracy.min", "0.9").toString()).isEqualTo(TEXT + "gates:\n  accuracy:\n    min: 0.9\n");
        assertThat(text(TEXT).with("concepts.0.names", "n.csv").toString()).isEqualTo(TEXT.replace("masks: masks\n",
                "masks: masks\n    names: n.csv\n"));
        assertThat(text("model: a").with("output", "report").toString()).isEqualTo("model: a\noutput: report\n");
        assertThat(text("model: a\r\n").with("images.folder", "p").toString()).isEqualTo("model: a\r\nimages:\r\n  folder: p\r\n");
        assertThat(text("# nothing yet\n").with("images.folder", "p").toString()).isEqualTo("# nothing yet\nimages:\n  folder: p\n");
        assertThat(text("model: a\ninput: {}\n").with("input.order", "bgr").toString()).isEqualTo("model: a\ninput: { order: bgr }\n");
        assertThat(text("model: a\nlabels:   # later\n").with("labels", "l").toString()).isEqualTo("model: a\nlabels: l   # later\n");
        assertThat(text("input:\n").with("input.order", "bgr").toString()).isEqualTo("input: { order: bgr }\n");
        assertThat(text("resize: crop   # crop\n               # or pad\noutput: r\n").with("sample", "3").toString())
                .isEqualTo("resize: crop   # crop\n               # or pad\noutput: r\nsample: 3\n");
        assertThat(text("model: a   # big\n           # very\n# now pictures\noutput: r\n").with("labels", "l").toString())
                .isEqualTo("model: a   # big\n           # very\nlabels: l\n# now pictures\noutput: r\n");
    }

    @Test
    void itemsAreAddedToLists() throws Exception {
        assertThat(text(TEXT).with("concepts.2.masks", "more").toString()).isEqualTo(TEXT + "  - masks: more\n");
        assertThat(text("concepts: [{ name: a }]\n").with("concepts.1.name", "b").toString()).isEqualTo("concepts: [{ name: a }, { name: b }]\n");
        assertThat(text("model: a\n").with("concepts.0.masks", "m").with("concepts.0.names", "n").toString())
                .isEqualTo("model: a\nconcepts:\n  - masks: m\n    names: n\n");
    }

    @Test
    void removesAKeyWithItsLinesAndABlockThatHadNothingElse() throws Exception {
        assertThat(text(TEXT).without("labels").toString()).isEqualTo(TEXT.replace("labels: \"labels.txt\"\n", ""));
        assertThat(text(TEXT).without("images.limit").toString()).isEqualTo(TEXT.replace("  limit: 0\n", ""));
        assertThat(text(TEXT).without("input.size").toString()).isEqualTo(TEXT.replace("size: [227, 227], ", ""));
        assertThat(text(TEXT).without("input.scale").toString()).isEqualTo(TEXT.replace(", scale: 0.0039", ""));
        assertThat(text(TEXT).without("layers.0").toString()).isEqualTo(TEXT.replace("fire9_concat, ", ""));
        assertThat(text(TEXT).without("concepts.0.name").toString()).isEqualTo(TEXT.replace("name: things   # of people\n    ", ""));
        assertThat(text(TEXT).without("concepts.1").toString()).isEqualTo(TEXT.replace("  - { name: parts, masks: parts }\n", ""));
        assertThat(text(TEXT).without("concepts").toString()).isEqualTo(TEXT.substring(0, TEXT.indexOf("concepts")));
        assertThat(text("model: a\ninput:\n  order: bgr\n").without("input.order").toString()).isEqualTo("model: a\n");
        assertThat(text("model: a\n").without("model").toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b", "#1", "x # y", "- a", "*a", "&a", "!t", "'q'", "\"q\"", " lead", "trail ", "", "[a", "{", "a, b", "null",
            "true", "0x1", "C:\\pictures",
            "ünï", "👁 eyes", "tab\there", "two\nlines", "\t👁 \"eyes\"", "%x", "@x", "`x", "? a", "a:", "|", ">"})
    void anyTextIsReadBackAsItWasWritten(final String value) throws Exception {
        for (final String path : List.of("model", "images.folder", "input.scale", "concepts.0.name", "concepts.1.name")) {
            final ConfigurationText changed = text(TEXT).with(path, value);
            assertThat(changed.texts(path)).as(path).isEqualTo(value.isEmpty() ? List.of() : List.of(value));
            assertThat(changed.has(path)).isTrue();
        }
        assertThat(text(TEXT).with("layers", List.of(value, "x")).texts("layers")).containsExactly(value, "x");
    }

    @Test
    void charactersBeyondTheBasicPlaneMoveNoOffset() throws Exception {
        assertThat(text("# 👁👁\nmodel: a\nlabels: l\n").with("labels", "m").toString()).isEqualTo("# 👁👁\nmodel: a\nlabels: m\n");
    }

    @Test
    void replacesBlocksTextsOfSeveralLinesAndAliases() throws Exception {
        assertThat(text("model: |\n  a\n  b\n# then\noutput: r\n").with("model", "c").toString()).isEqualTo("model: c\n# then\noutput: r\n");
        assertThat(text("layers:\n  - a\n  - b\n# then\noutput: r\n").with("layers", "auto").toString())
                .isEqualTo("layers: auto\n# then\noutput: r\n");
        assertThat(text("model: &m a\noutput: *m\n").with("output", "b").toString()).isEqualTo("model: &m a\noutput: b\n");
        assertThat(text("layers:\n- a\n- b\n").with("layers.2", "c").toString()).isEqualTo("layers:\n- a\n- b\n- c\n");
        assertThat(text("landmarks: l.csv\n").with("landmarks.file", "m.csv").toString()).isEqualTo("landmarks: { file: m.csv }\n");
    }

    @Test
    void commentsBetweenItemsStayWhenItemsComeOrGo() throws Exception {
        final ConfigurationText layers = text("layers: # deep\n  - c1 # first\n  # - c9 too slow\n  - c2\noutput: r\n");
        assertThat(layers.with("layers", List.of("c1", "c2", "c3")).toString())
                .isEqualTo("layers: # deep\n  - c1 # first\n  # - c9 too slow\n  - c2\n  - c3\noutput: r\n");
        assertThat(layers.with("layers", List.of("c1")).toString()).contains("layers: # deep\n  - c1 # first\n").doesNotContain("- c2");
        assertThat(layers.with("layers", List.of("c2", "c1")).texts("layers")).containsExactly("c2", "c1");
    }

    /** Where a value that stands elsewhere ends nobody tells: better nothing is changed than something else. */
    @Test
    void nothingIsTakenOutOfATextWithAliases() throws Exception {
        final ConfigurationText text = text("input:\n  mean: &m [0.5]\n  scale: 255\n  order: bgr\n  std: *m\n");
        assertThatThrownBy(() -> text.without("input.std")).isInstanceOf(UneditableException.class).hasMessageContaining("only the source");
        assertThatThrownBy(() -> text.with("input.mean", List.of("1"))).isInstanceOf(UneditableException.class);
        assertThat(text.with("input.scale", "1").toString()).isEqualTo("input:\n  mean: &m [0.5]\n  scale: 1\n  order: bgr\n  std: *m\n");
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> text("model: a\nimages: {\n")).isInstanceOfSatisfying(InvalidConfigurationException.class,
                e -> assertThat(e.line()).isGreaterThan(1)).hasMessageContaining("is not valid YAML");
        assertThatThrownBy(() -> text("- a\n")).hasMessage("Line 1: the configuration must be a block of 'key: value' lines");
    }

    /** Whatever is set and removed in whatever order: the text stays YAML, values stay what they were set to, and comments stay. */
    @Test
    void anyRowOfEditsKeepsTheOtherValues() throws Exception {
        final List<String> paths = List.of("model", "labels", "input.order", "input.size", "images.folder", "images.limit", "images.seed",
                "layers", "filters.top",
                "gates.flaws.max", "concepts.0.masks", "concepts.1.name", "output");
        final Random random = new Random(4);
        for (int row = 0; row < 200; row++) {
            ConfigurationText text = text(TEXT);
            for (int step = 0; step < 12; step++) {
                final String path = paths.get(random.nextInt(paths.size()));
                final boolean removed = random.nextInt(3) == 0 && !path.startsWith("concepts");
                final ConfigurationText before = text;
                text = removed ? text.without(path) : text.with(path, "v" + step);
                assertThat(text.texts(path)).as("%s of%n%s", path, before).isEqualTo(removed ? List.of() : List.of("v" + step));
                for (final String other : paths.stream().filter(candidate -> !candidate.equals(path)).toList()) {
                    assertThat(text.texts(other)).as("%s after %s of%n%s", other, path, before).isEqualTo(before.texts(other));
                }
            }
            assertThat(text.toString()).startsWith("# what we ship\n");
        }
    }
}
