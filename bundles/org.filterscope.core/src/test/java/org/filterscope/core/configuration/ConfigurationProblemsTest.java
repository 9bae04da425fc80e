package org.filterscope.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.core.configuration.ConfigurationKey.Form;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationProblemsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectory(folder.resolve("pictures"));
        Files.writeString(folder.resolve("net.h5"), "");
    }

    @Test
    void aTextThatCanBeRunHasNoProblems() {
        assertThat(problems("model: net.h5\nimages: { folder: pictures }\n")).isEmpty();
    }

    @Test
    void allUnknownKeysAndTheMistakesOfDifferentPartsAreToldTogether() {
        final List<InvalidConfigurationException> problems = problems("""
                model: missing.h5
                modle: net.h5
                input: { scael: 1, mean: [1, 2] }
                images: { folder: pictures, limits: 3 }
                analyses: [dissections]
                gates:
                  flaws: { max: many }
                """);
        assertThat(problems).extracting(InvalidConfigurationException::line).containsExactly(1, 2, 3, 3, 4, 5, 7);
        assertThat(problems).flatExtracting(problem -> problem.unknown().map(InvalidConfigurationException.UnknownKey::key).stream().toList())
                .containsExactly("modle", "scael", "limits");
        assertThat(problems.getLast().reason()).isEqualTo("'max' must be a whole number from 0 to 1000000, not 'many'");
    }

    @Test
    void anUnknownKeyKnowsWhatIsAccepted() {
        final var unknown = problems("model: net.h5\nimages: { folder: pictures, limits: 3 }\n").getFirst().unknown().orElseThrow();
        assertThat(unknown.accepted()).containsExactly("folder", "classes", "limit", "seed");
    }

    @Test
    void theFirstProblemIsWhatReadingRefuses() throws Exception {
        final Path file = folder.resolve("net.filterscope");
        final String text = "model: net.h5\nimages: { folder: pictures, limits: 3 }\n";
        Files.writeString(file, text);
        assertThatThrownBy(() -> new ConfigurationReader().read(file)).hasMessage(new ConfigurationReader().problems(file, text).getFirst().getMessage());
    }

    @Timeout(10)
    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "{a: ", "- ", "? ", "&a [*a, ", "\"", "'", "|\n", "\u0000", "%", "\t", "!!", "a: b: "})
    void aHostileTextOfAMegabyteIsRefusedInTime(final String piece) {
        assertThat(problems(piece.repeat((1 << 20) / piece.length()))).isNotEmpty();
        assertThat(problems(piece)).isNotEmpty();
    }

    @Test
    void aTextOfMoreThanAMegabyteIsNotEvenLookedAt() {
        assertThat(problems("model: net.h5\n".repeat(1 << 20)).getFirst().reason()).startsWith("larger than 1 MB");
    }

    @Test
    void placesAreFoundByTheirKeys() {
        assertThat(ConfigurationKeys.at(List.of("gates", "regressions", "iou", "layer")).orElseThrow().form()).isEqualTo(Form.LAYER);
        assertThat(ConfigurationKeys.at(List.of("input", "resize")).orElseThrow().choices()).containsExactly("stretch", "crop", "pad");
        assertThat(ConfigurationKeys.at(List.of("input", "nothing"))).isEmpty();
    }

    private List<InvalidConfigurationException> problems(final String text) {
        return new ConfigurationReader().problems(folder.resolve("net.filterscope"), text);
    }
}
