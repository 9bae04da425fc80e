package org.filterscope.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyReaderTest {
    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("array.npy");
        try (NpyWriter writer = new NpyWriter(file, 3)) {
            writer.write(new float[] {1, 2, 3});
            writer.write(new float[] {4, 5, 6});
        }
    }

    @Test
    void rowsAndColumnsComeBack() throws Exception {
        try (NpyReader reader = new NpyReader(file)) {
            assertThat(reader.rows()).isEqualTo(2);
            assertThat(reader.columns()).isEqualTo(3);
            assertThat(reader.floats(1)).containsExactly(4, 5, 6);
            assertThat(reader.floatColumns(1, 3)).isDeepEqualTo(new float[][] {{2, 5}, {3, 6}});
        }
    }

    @Test
    void whatIsNoArrayIsRefusedWithItsName() throws Exception {
        final byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertRefused("is damaged");
        Files.write(file, Arrays.copyOf(whole, 4));
        assertRefused("is damaged");
        Files.writeString(file, "picture,label\n" + "a,b\n".repeat(20_000));
        assertRefused("is not an array");
        final String text = new String(whole, StandardCharsets.ISO_8859_1);
        Files.writeString(file, text.replace("<f4", "<f8"), StandardCharsets.ISO_8859_1);
        assertRefused("is not an array");
        Files.writeString(file, text.replace("(2, 3)", "(2, 9)"), StandardCharsets.ISO_8859_1);
        assertRefused("is damaged");
        Files.writeString(file, text.replace("(2, 3)", "(999999999, 0)"), StandardCharsets.ISO_8859_1);
        assertRefused("has 0 columns; expected 1 to");
        Files.writeString(file, text.replace("(2, 3)", "(0, 999999999)"), StandardCharsets.ISO_8859_1);
        assertRefused("has 999999999 columns; expected 1 to");
        Files.delete(file);
        assertRefused("cannot be read");
    }

    private void assertRefused(final String reason) {
        assertThatThrownBy(() -> new NpyReader(file)).isInstanceOf(InvalidReportException.class).hasMessageContaining(reason)
                .hasMessageContaining("array.npy");
    }
}
