package org.filterscope.examples.training;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

import smallnets.Train;

/** Saves a network so that the same weights give the same bytes: Deeplearning4j writes the time of day into its files. */
final class NetworkFile {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NetworkFile() {
    }

    static void write(final MultiLayerNetwork network, final Path file) throws IOException {
        final File saved = File.createTempFile("network", ".zip");
        try {
            Train.save(network, saved);
            try (ZipInputStream from = new ZipInputStream(Files.newInputStream(saved.toPath()));
                    ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
                for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                    final ZipEntry timeless = new ZipEntry(entry.getName());
                    timeless.setTimeLocal(ALWAYS);
                    to.putNextEntry(timeless);
                    from.transferTo(to);
                    to.closeEntry();
                }
            }
        } finally {
            Files.delete(saved.toPath());
        }
    }
}
