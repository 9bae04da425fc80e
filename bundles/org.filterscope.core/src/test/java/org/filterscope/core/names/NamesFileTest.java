package org.filterscope.core.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.filterscope.core.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesFileTest {
    private static final String HEADER = "fingerprint,name,verdict,layer,channel,label,note\n";
    private static final FilterName CAR = new FilterName("bb", "car, \"parked\"", Optional.of(Verdict.RIGHT), "conv3", 8, "car", "two\nlines");
    private static final FilterName RIVER = new FilterName("aa", "Fluß", Optional.empty(), "conv3", 2, "road", "");

    @TempDir
    Path folder;
    private NamesFile names;

    @BeforeEach
    void open() {
        names = NamesFile.beside(folder.resolve("landuse.filterscope"));
    }

    @Test
    void itLiesBesideTheConfiguration() {
        assertThat(names.file()).isEqualTo(folder.resolve("landuse.filternames.csv"));
    }

    @Test
    void whereThereIsNoFileNothingWasSaid() throws Exception {
        assertThat(names.read()).isEqualTo(FilterNames.NONE);
        assertThat(names.file()).doesNotExist();
    }

    @Test
    void whatIsPutDownIsReadAgainAndSorted() throws Exception {
        names.put(CAR);
        assertThat(names.put(RIVER)).isEqualTo(names.read());
        assertThat(names.read().all()).containsExactly(RIVER, CAR);
        assertThat(Files.readString(names.file())).startsWith(HEADER + "aa,Fluß,,conv3,2,road,\nbb,");
        assertThat(names.read().of("bb")).contains(CAR);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(names.file());
        }
    }

    @Test
    void anotherLineOfTheFileIsNeverLost() throws Exception {
        names.put(CAR);
        final NamesFile somebodyElse = NamesFile.beside(folder.resolve("landuse.filterscope"));
        somebodyElse.put(RIVER);
        names.put(new FilterName("bb", "lorry", Optional.of(Verdict.WRONG), "conv3", 8, "car", ""));
        assertThat(names.read().all()).extracting(FilterName::name).containsExactly("Fluß", "lorry");
        final String before = Files.readString(names.file());
        names.put(new FilterName("bb", "lorry", Optional.of(Verdict.WRONG), "conv3", 8, "car", ""));
        assertThat(names.file()).as("saying the same again changes nothing").hasContent(before);
    }

    @Test
    void whatManyWriteAtOnceIsAllThere() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            final List<Future<FilterNames>> written = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                final FilterName name = new FilterName("f" + i, "n" + i, Optional.empty(), "conv3", i, "", "");
                written.add(writers.submit(() -> NamesFile.beside(folder.resolve("landuse.filterscope")).put(name)));
            }
            for (final Future<FilterNames> each : written) {
                each.get();
            }
        }
        assertThat(names.read().all()).hasSize(80);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("neither locks nor unfinished files stay").containsExactly(names.file());
        }
    }

    @Test
    void sayingNothingTakesTheLineAway() throws Exception {
        names.put(CAR);
        names.put(RIVER);
        names.put(new FilterName("bb", " ", Optional.empty(), "conv3", 8, "car", ""));
        assertThat(names.read().all()).containsExactly(RIVER);
    }

    @Test
    void aLineEndOfWindowsAndAMarkOfExcelAreRead() throws Exception {
        Files.writeString(names.file(), "\ufeff" + (HEADER + "aa,river,wrong,conv3,2,road,\n").replace("\n", "\r\n"));
        assertThat(names.read().all()).containsExactly(new FilterName("aa", "river", Optional.of(Verdict.WRONG), "conv3", 2, "road", ""));
    }

    @Test
    void aBrokenFileIsToldWithItsLineAndLeftAsItIs() throws Exception {
        assertBroken(HEADER + "aa,river,,conv3,2,road,\n<<<<<<< HEAD\nbb,car,,conv3,8,car,\n", 3, "1 fields, expected the 7");
        assertBroken(HEADER + "aa,river,maybe,conv3,2,road,\n", 2, "right, wrong, unclear or empty");
        assertBroken(HEADER + "aa,river,,conv3,two,road,\n", 2, "'channel' is 'two'");
        assertBroken(HEADER + "aa,river,,conv3,2,road,\nbb,car,,conv3,8,,\naa,stream,,conv3,2,road,\n", 4, "has a line already, line 2");
        assertBroken(HEADER + ",river,,conv3,2,road,\n", 2, "'fingerprint' is missing");
        assertBroken(HEADER + "aa,,,conv3,2,road,\n", 2, "neither name, verdict nor note");
        assertBroken("fingerprint,name,verdict,layer,channel,label,note,colour\naa,river,,conv3,2,road,,red\n", 1, "expected the header");
        assertBroken(HEADER + "aa,river,,conv3,2,road,,more\n", 2, "8 fields");
        assertBroken(HEADER + "aa,river,,conv3,2,road,\nbb,car,,conv3,8,,\"note\ncc,tree,,conv3,9,,\n", 3, "opened and not closed");
        Files.write(names.file(), (HEADER + "aa,Fluß,,conv3,2,road,\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> names.put(CAR)).isInstanceOf(InvalidNamesException.class).hasMessageContaining("UTF-8");
        assertThat(Files.readString(names.file(), StandardCharsets.ISO_8859_1)).contains("Fluß");
    }

    private void assertBroken(final String content, final int line, final String reason) throws Exception {
        Files.writeString(names.file(), content);
        final String place = line > 0 ? names.file() + ":" + line + ": " : names.file() + ": ";
        assertThatThrownBy(() -> names.put(CAR)).isInstanceOfSatisfying(InvalidNamesException.class,
                e -> assertThat(e.line()).isEqualTo(line)).hasMessageStartingWith(place).hasMessageContaining(reason);
        assertThat(Files.readString(names.file())).isEqualTo(content);
    }

    @Test
    void aFilterWithoutWeightsCannotBeNamed() {
        assertThatThrownBy(() -> names.put(new FilterName("", "car", Optional.empty(), "concat", 3, "", "")))
                .isInstanceOf(InvalidInputException.class).hasMessageContaining("concat/3");
        assertThat(names.file()).doesNotExist();
    }
}
