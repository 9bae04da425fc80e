package org.filterscope.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;

import org.filterscope.core.report.InvalidReportException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and hostile files give one clear error, or are read; never anything else. */
class GraphFileDamageTest {
    private static final int MUTATIONS = 1000;

    @TempDir
    Path folder;
    private Path file;
    private byte[] whole;
    private List<Section> sections;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("graph.fsg");
        new RandomGraph(1, 3, 4, 6, 3).write(folder.resolve("working.fsg"), file);
        whole = Files.readAllBytes(file);
        sections = new ArrayList<>(GraphFile.open(file).sections().values());
    }

    /** @return whether it could be opened; then all of it could be looked at */
    private boolean opens(final byte[] bytes) throws IOException {
        try (GraphFile read = GraphFile.open(file, new ArrayBytes(bytes))) {
            for (int picture = 0; picture < read.heading().pictures().size(); picture++) {
                read.onPicture(picture);
            }
            for (int v = 0; v < read.patterns(); v++) {
                read.pattern(v);
                read.part(v);
                assertThat(read.parents(v)).allMatch(edge -> edge.parent() < read.patterns());
                assertThat(read.children(v)).allMatch(edge -> edge.child() < read.patterns());
                for (final PatternScore score : read.scores()) {
                    read.score(score, v);
                }
                read.ofPattern(v);
                read.patch(v);
            }
            return true;
        } catch (final InvalidReportException e) {
            assertThat(e).hasMessageStartingWith(file.toString()).hasMessageMatching("[^\\n]+; run the diagnosis again|.*is not a graph file.*");
            return false;
        }
    }

    @Test
    void aFileThatWasCutOffIsRefused() throws Exception {
        for (int length = 0; length < whole.length; length += 3) {
            assertThat(opens(Arrays.copyOf(whole, length))).as("%d bytes", length).isFalse();
        }
        assertThat(opens(Arrays.copyOf(whole, whole.length + 10))).isTrue();
    }

    @Test
    void aByteThatChangedIsNoticedOutsidePlacesAndPatches() throws Exception {
        for (int i = 0; i < whole.length; i++) {
            final int at = i;
            final boolean checked = i < GraphFormat.HEADER_BYTES || i >= tableOffset() || sections.stream().anyMatch(
                    section -> at >= section.offset() && at < section.end() && !section.name().matches("(places|patches)\\..*"));
            final byte[] changed = whole.clone();
            changed[i] ^= (byte) (1 << i % 8);
            final boolean opened = opens(changed);
            if (checked) {
                assertThat(opened).as("byte %d", i).isFalse();
            }
        }
    }

    @Test
    void randomChangesAreRefusedOrRead() throws Exception {
        final Random random = new Random(5);
        for (int i = 0; i < MUTATIONS; i++) {
            final byte[] changed = whole.clone();
            for (int k = 1 + random.nextInt(4); k > 0; k--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            opens(changed);
        }
    }

    /** What somebody can do who knows the format. */
    @Test
    void randomChangesWithRightChecksumsAreRefusedOrRead() throws Exception {
        final Random random = new Random(6);
        final long[] numbers = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1 << 22, 1 << 26, 255};
        int opened = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            final ByteBuffer changed = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
            for (int k = 1 + random.nextInt(3); k > 0; k--) {
                final Section section = sections.get(random.nextInt(sections.size()));
                final boolean entry = random.nextInt(5) == 0;
                final long start = entry ? tableOffset() : section.offset();
                final long length = entry ? sections.size() * (long) GraphFormat.ENTRY_BYTES : section.length();
                if (length >= Long.BYTES) {
                    final int at = (int) (start + random.nextInt((int) (length - Long.BYTES) / 4 + 1) * 4);
                    final long number = numbers[random.nextInt(numbers.length)];
                    switch (random.nextInt(3)) {
                        case 0 -> changed.put(at + random.nextInt(8), (byte) random.nextInt());
                        case 1 -> changed.putInt(at, (int) number);
                        default -> changed.putLong(at, number);
                    }
                }
            }
            opened += opens(sealed(changed)) ? 1 : 0;
        }
        // Else the test would not look behind the checksums.
        assertThat(opened).isBetween(MUTATIONS / 20, MUTATIONS - MUTATIONS / 20);
    }

    @Test
    void anotherVersionIsSaid() throws Exception {
        final ByteBuffer changed = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
        changed.putInt(8, 2);
        Files.write(file, sealed(changed));
        assertThatThrownBy(() -> GraphFile.open(file)).isInstanceOf(InvalidReportException.class)
                .hasMessage(file + ": the graph file has version 2, this Filterscope reads version 1; run the diagnosis again");
    }

    @Test
    void whatIsNoGraphFileIsSaid() throws Exception {
        Files.writeString(file, "pattern,layer\n".repeat(10));
        assertThatThrownBy(() -> GraphFile.open(file)).isInstanceOf(InvalidReportException.class)
                .hasMessage(file + ": is not a graph file of Filterscope");
        Files.delete(file);
        assertThatThrownBy(() -> GraphFile.open(file)).isInstanceOf(InvalidReportException.class)
                .hasMessage(file + ": cannot be read (NoSuchFileException)");
        assertThatThrownBy(() -> GraphFile.open(folder)).isInstanceOf(InvalidReportException.class).hasMessageContaining("cannot be read");
    }

    @Test
    void scoresOfANewerVersionAreLeftOut() throws Exception {
        final byte[] changed = new String(whole, StandardCharsets.ISO_8859_1).replace("\"strength\"", "\"novelty1\"")
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, sealed(ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN)));
        final float[] purity = new RandomGraph(1, 3, 4, 6, 3).scores.scores().get(PatternScore.PURITY);
        try (GraphFile read = GraphFile.open(file)) {
            assertThat(read.scores()).containsExactly(PatternScore.PURITY);
            assertThat(read.score(PatternScore.PURITY, 5)).isEqualTo(purity[5]);
        }
    }

    private long tableOffset() {
        return ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong(16);
    }

    /** With the checksums that its sections, its table and its header should have. */
    private byte[] sealed(final ByteBuffer bytes) {
        final int table = (int) tableOffset();
        for (int i = 0; i < sections.size(); i++) {
            final int entry = table + i * GraphFormat.ENTRY_BYTES;
            final long offset = bytes.getLong(entry + 16);
            final long length = bytes.getLong(entry + 24);
            if (offset >= 0 && length >= 0 && offset <= whole.length && length <= whole.length - offset) {
                bytes.putInt(entry + 32, checksum(bytes, (int) offset, (int) length));
            }
        }
        bytes.putInt(24, checksum(bytes, table, sections.size() * GraphFormat.ENTRY_BYTES));
        bytes.putInt(28, checksum(bytes, 0, 28));
        return bytes.array();
    }

    private static int checksum(final ByteBuffer bytes, final int offset, final int length) {
        final CRC32C checksum = new CRC32C();
        checksum.update(bytes.array(), offset, length);
        return (int) checksum.getValue();
    }
}
