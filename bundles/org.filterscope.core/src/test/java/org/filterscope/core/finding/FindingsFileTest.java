package org.filterscope.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsFileTest {
    private static final Finding CONFUSION = new Finding("0123456789ab", FindingKind.CLASS_CONFUSION, 0.5, 0.99,
            List.of(new SuspectFilter("concept", 39, "00ff", 0.62)), List.of(), List.of("river", "freeway"),
            List.of(Measure.between("taken for", 0.5, 0.4, 0.6), Measure.exact("pictures", 40)),
            List.of(new Exhibit("river/1.png", Exhibit.Role.EVIDENCE, "river", "freeway"), new Exhibit("Fluß/2.png", Exhibit.Role.COUNTEREXAMPLE, "", "")),
            Optional.of(new Effect("filter 39 of 'concept' set to 0", 20, List.of(new Effect.ClassEffect("river", 10, 0.5, 0.75)))),
            List.of(new Fix(Fix.Kind.REPAIR, List.of("river"), "Fit the last layer anew.")), "filter 39 takes rivers for freeways");
    private static final Finding DEAD = new Finding("ba9876543210", FindingKind.DEAD_FILTERS, 0, 1, List.of(), List.of(), List.of(), List.of(),
            List.of(), Optional.empty(), List.of(), "nothing fires");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("findings.json");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        final Findings findings = new Findings(List.of(CONFUSION, DEAD), List.of(new Search(FindingKind.COLOUR_SHORTCUT, 0, "needs pictures in colour")));
        FindingsWriter.write(file(), findings);
        assertThat(FindingsReader.read(file())).isEqualTo(findings);
    }

    @Test
    void theWorstComesFirst() {
        assertThat(new Findings(List.of(DEAD, CONFUSION), List.of()).findings()).containsExactly(CONFUSION, DEAD);
    }

    @Test
    void severityFollowsFromHarm() {
        assertThat(CONFUSION.severity()).isEqualTo(Severity.HIGH);
        assertThat(Severity.of(0.25)).isEqualTo(Severity.HIGH);
        assertThat(Severity.of(0.2499)).isEqualTo(Severity.MEDIUM);
        assertThat(Severity.of(0.0999)).isEqualTo(Severity.LOW);
    }

    @Test
    void aClaimIsKnownAgainByWhatItIsAbout() {
        final String id = FindingId.of(FindingKind.CLASS_CONFUSION, List.of("river", "freeway"));
        assertThat(id).matches("[0-9a-f]{12}").isEqualTo(FindingId.of(FindingKind.CLASS_CONFUSION, List.of("river", "freeway")))
                .isNotEqualTo(FindingId.of(FindingKind.CLASS_CONFUSION, List.of("freeway", "river")))
                .isNotEqualTo(FindingId.of(FindingKind.CONCEPT_CONFUSION, List.of("river", "freeway")))
                .isNotEqualTo(FindingId.of(FindingKind.CLASS_CONFUSION, List.of("riverfreeway")));
    }

    @Test
    void aNewerFileIsRefusedWithASentence() throws IOException {
        Files.writeString(file(), "{\"schema\": 2, \"findings\": [], \"searches\": []}");
        assertThatExceptionOfType(InvalidFindingsException.class).isThrownBy(() -> FindingsReader.read(file()))
                .withMessage(file() + ": has schema 2, this version reads schema 1; run the diagnosis again");
    }

    @Test
    void aFieldOfTheWrongTypeIsNamed() throws IOException {
        FindingsWriter.write(file(), new Findings(List.of(CONFUSION), List.of()));
        Files.writeString(file(), Files.readString(file()).replace("\"channel\": 39", "\"channel\": \"a\""));
        assertThatExceptionOfType(InvalidFindingsException.class).isThrownBy(() -> FindingsReader.read(file()))
                .withMessage(file() + ": is damaged: 'findings[0].filters[0].channel' must be a number; run the diagnosis again");
    }

    @Test
    void whateverIsInTheFileThereIsOneSentenceAtMost() throws IOException {
        FindingsWriter.write(file(), new Findings(List.of(CONFUSION), List.of()));
        final byte[] sound = Files.readAllBytes(file());
        final Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            final byte[] bytes = sound.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Files.write(file(), bytes);
            try {
                FindingsReader.read(file());
            } catch (final InvalidFindingsException e) {
                assertThat(e).hasMessageStartingWith(file().toString()).hasMessageEndingWith("; run the diagnosis again");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
