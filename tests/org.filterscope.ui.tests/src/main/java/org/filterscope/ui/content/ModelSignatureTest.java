package org.filterscope.ui.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

class ModelSignatureTest {

    @Test
    void modelsOfAllFormatsAreRecognised() throws IOException {
        assertTrue(isModel(zip("configuration.json", "{ \"confs\" : [ ] }", "coefficients.bin", "xyz")));
        assertTrue(isModel(zip("configuration.json", "{ \"networkInputs\" : [], \"vertices\" : { } }")));
        assertTrue(isModel(zip("metadata.json", "{\"keras_version\": \"3.0\"}", "config.json", "{\"class_name\": \"Sequential\"}")));
        assertTrue(isModel("\u0089HDF\r\n\u001a\n........keras_version..model_config.."));
        // ir_version 8, producer_name "x", graph of 9 bytes that begins with a node
        assertTrue(isModel("\u0008\u0008\u0012\u0001x\u003a\u0009\n\u0007......."));
    }

    @Test
    void otherFilesOfTheSameEndingsAreNot() throws IOException {
        assertFalse(isModel(zip("readme.txt", "hello")));
        assertFalse(isModel(zip("configuration.json", "{ \"theme\": \"dark\" }")));
        assertFalse(isModel(zip("config.json", "{\"class_name\": \"Sequential\"}")));
        assertFalse(isModel("\u0089HDF\r\n\u001a\n........a table of temperatures.."));
        assertFalse(isModel(""));
        assertFalse(isModel("PK\u0003\u0004"));
        assertFalse(isModel("hello, I am a text"));
        assertFalse(isModel("\u0008\u0008\u0012\u0001x\u003a\u0009hello"));
    }

    @Test
    void ofALargeFileOnlyTheBeginningIsRead() throws IOException {
        final Random random = new Random(1);
        for (final byte[] signature : List.of(new byte[] {'P', 'K', 3, 4}, new byte[] {8, 8}, new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'})) {
            final Counted endless = new Counted(signature, random);
            assertFalse(ModelSignature.isModel(endless));
            assertTrue(endless.read <= 1 << 18, "read " + endless.read);
        }
    }

    @Test
    void aReportIsToldFromOtherManifests() throws IOException {
        final ReportDescriber describer = new ReportDescriber();
        describer.setInitializationData(null, "class", Map.of("begins", "\\s*\\{[^{}]{0,200}\"tool\"\\s*:\\s*\"filterscope\""));
        assertEquals(ReportDescriber.VALID, describer.describe(stream("{\n  \"schema\": 1,\n  \"tool\": \"filterscope\",\n"), null));
        assertEquals(ReportDescriber.INVALID, describer.describe(stream("{ \"name\": \"web app\", \"icons\": [] }"), null));
    }

    private static boolean isModel(final String latin1) throws IOException {
        return ModelSignature.isModel(stream(latin1));
    }

    private static InputStream stream(final String latin1) {
        return new ByteArrayInputStream(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isModel(final byte[] bytes) throws IOException {
        return ModelSignature.isModel(new ByteArrayInputStream(bytes));
    }

    private static byte[] zip(final String... namesAndContents) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** Never ends. */
    private static final class Counted extends InputStream {
        private final byte[] beginning;
        private final Random random;
        private long read;

        Counted(final byte[] beginning, final Random random) {
            this.beginning = beginning;
            this.random = random;
        }

        @Override
        public int read() {
            return read < beginning.length ? beginning[(int) read++] & 0xff : next();
        }

        private int next() {
            read++;
            return random.nextInt(256);
        }
    }
}
