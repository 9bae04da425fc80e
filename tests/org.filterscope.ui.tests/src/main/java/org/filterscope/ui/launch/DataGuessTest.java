package org.filterscope.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.InputSettings.ChannelOrder;
import org.filterscope.core.configuration.InputSettings.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataGuessTest {
    @TempDir
    Path folder;

    private Path file(final String name) throws Exception {
        final Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    @Test
    void classFoldersAreBetterThanPicturesInOneFolder() throws Exception {
        file("a/one.png");
        assertEquals(Optional.of(folder.resolve("a")), new DataGuess(folder).pictures());
        file("b/river/one.JPG");
        file("b/freeway/one.jpg");
        assertEquals(Optional.of(folder.resolve("b")), new DataGuess(folder).pictures());
    }

    @Test
    void hiddenFoldersAndFoldersWithoutPicturesAreNotMeant() throws Exception {
        file(".hidden/one.png");
        file("report/manifest.json");
        assertEquals(Optional.empty(), new DataGuess(folder).pictures());
    }

    @Test
    void theModelsOwnLabelsComeFirst() throws Exception {
        final Path model = file("net.h5");
        assertEquals(Optional.empty(), new DataGuess(folder).labels(model));
        file("labels.txt");
        assertEquals(Optional.of(folder.resolve("labels.txt")), new DataGuess(folder).labels(model));
        file("net.txt");
        assertEquals(Optional.of(folder.resolve("net.txt")), new DataGuess(folder).labels(model));
        assertEquals(List.of(model), new DataGuess(folder).models());
    }

    @Test
    void theConfigurationThatIsWrittenCanBeReadAndSaysWhatWasAnswered() throws Exception {
        final Path model = file("sub/net.h5");
        file("sub/pictures/river/one.png");
        final Path labels = file("my, labels.txt");
        final NewConfiguration answer = new NewConfiguration(model.getParent(), model, folder.resolve("sub/pictures"), Optional.of(labels),
                Optional.of(List.of("32", "48")), PixelValues.IMAGENET, true);
        final Path written = Files.writeString(model.resolveSibling(answer.name()), answer.text());
        assertEquals("net.filterscope", answer.name());
        final DiagnosisConfiguration read = new ConfigurationReader().read(written);
        assertEquals(model, read.model());
        assertEquals(Optional.of(labels), read.labels());
        assertEquals(Optional.of(new Size(32, 48)), read.input().size());
        assertEquals(1 / 255.0, read.input().scale(), 1e-12);
        assertEquals(List.of(0.485, 0.456, 0.406), read.input().mean());
        assertEquals(List.of(0.229, 0.224, 0.225), read.input().std());
        assertEquals(ChannelOrder.BGR, read.input().order());
        assertEquals(folder.resolve("sub/pictures"), read.images().folder());
    }
}
