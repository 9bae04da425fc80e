package org.filterscope.core.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.HandmadeFindings;
import org.filterscope.core.table.InvalidTableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionsFileTest {
    private static final String HEADER = "finding,kind,fingerprint,reason,expires\n";

    @TempDir
    Path folder;
    private SuppressionsFile file;

    @BeforeEach
    void open() {
        file = SuppressionsFile.beside(folder.resolve("landuse.filterscope"));
    }

    private static Suppression suppression(final String id, final String reason) {
        return Suppression.of(HandmadeFindings.finding(id, FindingKind.DEAD_FILTERS, 0, "f1"), reason, Optional.of(LocalDate.of(2027, 1, 31)), "Ada",
                "2026-11-21");
    }

    @Test
    void itLiesBesideTheConfigurationAndMayBeMissing() throws Exception {
        assertThat(file.file()).isEqualTo(folder.resolve("landuse.suppressions.csv"));
        assertThat(file.read()).isEmpty();
        assertThat(file.file()).doesNotExist();
    }

    @Test
    void whatIsAddedIsReadAgain() throws Exception {
        file.add(List.of(suppression("aa", "a \"reason\",\nof two lines")));
        file.add(List.of(Suppression.of(FindingKind.DEAD_FILTERS, "f2", "spare", Optional.empty(), "", "")));
        assertThat(Files.readString(file.file())).isEqualTo("""
                finding,kind,fingerprint,reason,expires,who,when
                aa,dead-filters,f1,"a ""reason"",
                of two lines",2027-01-31,Ada,2026-11-21
                ,dead-filters,f2,spare,,,
                """);
        assertThat(file.read()).extracting(Suppression::reason).containsExactly("a \"reason\",\nof two lines", "spare");
        assertThat(file.read()).extracting(Suppression::line).containsExactly(2L, 4L);
    }

    @Test
    void whatPeopleWroteStaysLetterByLetter() throws Exception {
        final String written = "\ufeffreason,finding,kind,fingerprint,expires\r\n\"known, \",aa,,,\r\nspare,bb,,,2027-01-31";
        Files.writeString(file.file(), written);
        file.add(List.of(suppression("cc", "new")));
        assertThat(Files.readString(file.file())).isEqualTo(written + "\r\nnew,cc,dead-filters,f1,2027-01-31\n");
        assertThat(file.read()).extracting(Suppression::finding).containsExactly("aa", "bb", "cc");
    }

    @Test
    void whatIsTakenOutIsGoneAndTheRestStaysLetterByLetter() throws Exception {
        final String written = "\ufeffreason,finding,kind,fingerprint,expires\r\n\"known,\r\nsince\n \"\"spring\"\"\",aa,,,\r\n\r\n"
                + "spare,bb,,,2027-01-31\n" + "'old',cc,,,\r\"two\nlines\",aa,,,";
        Files.writeString(file.file(), written);
        assertThat(file.read()).extracting(Suppression::line).containsExactly(2L, 6L, 7L, 8L);
        file.remove(List.of(file.read().get(0)));
        assertThat(Files.readString(file.file())).isEqualTo("\ufeffreason,finding,kind,fingerprint,expires\r\n\r\nspare,bb,,,2027-01-31\n"
                + "'old',cc,,,\r\"two\nlines\",aa,,,");
        file.remove(file.read().subList(1, 3));
        assertThat(Files.readString(file.file())).isEqualTo("\ufeffreason,finding,kind,fingerprint,expires\r\n\r\nspare,bb,,,2027-01-31\n");
        file.remove(List.of(suppression("aa", "of nobody")));
        assertThat(file.read()).extracting(Suppression::finding).containsExactly("bb");
    }

    @Test
    void whatIsTakenOutMayStandOnAnotherLineByNowAndEveryLineThatSaysTheSameGoes() throws Exception {
        Files.writeString(file.file(), HEADER + "aa,,,known,\nbb,,,spare,\n");
        final Suppression spare = file.read().get(1);
        Files.writeString(file.file(), HEADER + "bb,,,spare,\ncc,,,new,\nbb,,,spare,\nbb,,,spare indeed,\n");
        file.remove(List.of(spare));
        assertThat(Files.readString(file.file())).isEqualTo(HEADER + "cc,,,new,\nbb,,,spare indeed,\n");
    }

    @Test
    void aFileThatCannotBeUsedIsToldWithItsLineAndLeftAsItIs() throws Exception {
        assertBroken("finding,reason\n", 1, "expected the header finding,kind,fingerprint,reason,expires");
        assertBroken("finding,kind,fingerprint,reason,expires,colour\n", 1, "expected the header");
        assertBroken(HEADER + "aa,,,,\n", 2, "'reason' is missing");
        assertBroken(HEADER + "aa,,,  ,\n", 2, "'reason' is missing");
        assertBroken(HEADER + "aa,,,known,tomorrow\n", 2, "'expires' is 'tomorrow'; it must be a day like 2027-01-31");
        assertBroken(HEADER + "aa,,,known,2027-02-30\n", 2, "'expires' is '2027-02-30'");
        assertBroken(HEADER + "aa,ugliness,,known,\n", 2, "'kind' is 'ugliness'; it may be class-confusion,");
        assertBroken(HEADER + ",,,known,\n", 2, "names neither a finding nor a kind and a filter's fingerprint");
        assertBroken(HEADER + ",dead-filters,,known,\n", 2, "names neither a finding");
        assertBroken(HEADER + "aa,,,known,\n<<<<<<< HEAD\n", 3, "1 fields, expected the 5");
        assertBroken(HEADER + "aa,,,\"known,\nbb,,,spare,\n", 2, "opened and not closed");
        Files.write(file.file(), (HEADER + "aa,,,Fluß,\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(file::read).isInstanceOf(InvalidTableException.class).hasMessageContaining("UTF-8");
    }

    private void assertBroken(final String content, final int line, final String reason) throws Exception {
        Files.writeString(file.file(), content);
        assertThatThrownBy(() -> file.add(List.of(suppression("cc", "new")))).isInstanceOf(InvalidTableException.class)
                .hasMessageStartingWith(file.file() + ":" + line + ": ").hasMessageContaining(reason);
        assertThatThrownBy(() -> file.remove(List.of(suppression("aa", "known")))).isInstanceOf(InvalidTableException.class);
        assertThat(Files.readString(file.file())).isEqualTo(content);
    }

    /** Whatever becomes of a file, it is read or refused in one sentence, and no damage turns one finding's line into another's. */
    @Test
    void damageIsReadOrRefusedAndNeverMore() throws Exception {
        final byte[] whole = (HEADER + "0123456789ab,dead-filters,0011223344556677,known since spring,2027-01-31\n"
                + ",class-confusion,8899aabbccddeeff,\"spare, and \"\"old\"\"\",\n").getBytes(StandardCharsets.UTF_8);
        final Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            final byte[] damaged = whole.clone();
            for (int j = 0; j <= random.nextInt(3); j++) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? ",\"\n\r\0;".charAt(random.nextInt(6))
                        : random.nextInt(256));
            }
            Files.write(file.file(), damaged);
            try {
                assertThat(file.read()).allSatisfy(suppression -> {
                    assertThat(suppression.reason()).isNotBlank();
                    assertThat(suppression.finding().isEmpty() && (suppression.kind().isEmpty() || suppression.fingerprint().isEmpty())).isFalse();
                });
            } catch (final InvalidTableException e) {
                assertThat(e.getMessage()).startsWith(file.file().toString());
                refused++;
            }
        }
        assertThat(refused).isBetween(500, 2900);
    }

    @Test
    void whatManyAddAtOnceIsAllThere() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            final List<Future<?>> written = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                final String id = "id" + i;
                written.add(writers.submit(() -> {
                    SuppressionsFile.beside(folder.resolve("landuse.filterscope")).add(List.of(suppression(id, "known")));
                    return null;
                }));
            }
            for (final Future<?> each : written) {
                each.get();
            }
        }
        assertThat(file.read()).hasSize(40).extracting(Suppression::finding).doesNotHaveDuplicates();
    }

    /** A hole on the disk. */
    @Test
    void nothingIsAddedToAFileOfGigabytes() throws Exception {
        file.add(List.of(suppression("a", "known")));
        try (RandomAccessFile hole = new RandomAccessFile(file.file().toFile(), "rw")) {
            hole.setLength(3L << 30);
        }
        assertThatThrownBy(() -> file.add(List.of(suppression("b", "known")))).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file.file().getFileName().toString());
    }
}
