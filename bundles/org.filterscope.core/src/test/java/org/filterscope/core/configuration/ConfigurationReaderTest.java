package org.filterscope.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.core.configuration.InputSettings.ChannelOrder;
import org.filterscope.core.configuration.InputSettings.Resampling;
import org.filterscope.core.configuration.InputSettings.Resize;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.configuration.PictureSettings.ClassSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectory(folder.resolve("pictures"));
        Files.writeString(folder.resolve("net.h5"), "");
        Files.writeString(folder.resolve("labels.txt"), "");
    }

    @Test
    void everyKeyIsRead() throws Exception {
        final DiagnosisConfiguration read = read("""
                model: net.h5      # comments are fine
                labels: labels.txt
                input: { size: [227, 200], scale: 0.5, mean: [1, 2, 3], std: 2, order: bgr, resize: pad,
                  resampling: tensorflow }
                images: { folder: pictures, classes: none, limit: 10, seed: -7 }
                layers: [a, b/linear]
                analyses: [filters]
                filters: { top: 4 }
                output: ../out
                """);
        assertThat(read.model()).isEqualTo(folder.resolve("net.h5"));
        assertThat(read.labels()).contains(folder.resolve("labels.txt"));
        assertThat(read.input().size()).contains(new Size(227, 200));
        assertThat(read.input().scale()).isEqualTo(0.5);
        assertThat(read.input().mean()).containsExactly(1.0, 2.0, 3.0);
        assertThat(read.input().std()).containsExactly(2.0, 2.0, 2.0);
        assertThat(read.input().order()).isEqualTo(ChannelOrder.BGR);
        assertThat(read.input().resize()).isEqualTo(Resize.PAD);
        assertThat(read.input().resampling()).isEqualTo(Resampling.TENSORFLOW);
        assertThat(read.images()).isEqualTo(new PictureSettings(folder.resolve("pictures"), ClassSource.NONE, 10, -7));
        assertThat(read.layers()).containsExactly("a", "b/linear");
        assertThat(read.analyses()).containsExactly(Analysis.FILTERS);
        assertThat(read.filters()).isEqualTo(new FilterSettings(4));
        assertThat(read.output()).isEqualTo(folder.resolveSibling("out"));
    }

    @Test
    void modelAndPicturesAreEnough() throws Exception {
        final DiagnosisConfiguration read = read("model: net.h5\nimages: { folder: pictures }\nlayers: auto\n");
        assertThat(read.input()).isEqualTo(InputSettings.DEFAULT);
        assertThat(read.images().classes()).isEqualTo(ClassSource.FOLDERS);
        assertThat(read.layers()).isEmpty();
        assertThat(read.analyses()).isEqualTo(List.of(Analysis.values()));
        assertThat(read.output()).isEqualTo(folder.resolve("report"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            modle: net.h5                           | :3: unknown key 'modle' in the configuration; accepted: model, labels
            input: { sice: [1, 1] }                 | :3: unknown key 'sice' in 'input'; accepted: size, scale
            input: { size: [227] }                  | :3: 'size' must be [rows, columns]
            input: { size: [0, 5] }                 | :3: 'size' must be a whole number from 1 to 8192, not '0'
            input: { scale: one }                   | :3: 'scale' must be a number, not 'one'
            input: { std: [1, 0, 1] }               | :3: 'std' must not be zero
            input: { mean: [1, 2] }                 | :3: 'mean' must be one number or one for each
            input: { order: rbg }                   | :3: 'order' must be rgb or bgr, not 'rbg'
            input: { resize: letterbox }            | :3: 'resize' must be stretch or crop or pad, not 'letterbox'
            input: { resampling: bicubic }          | :3: 'resampling' must be pil or tensorflow, not 'bicubic'
            input: 227                              | :3: 'input' must be a block
            labels: nowhere.txt                     | :3: 'labels' names
            labels: [a, b]                          | :3: 'labels' must be one value
            analyses: [edges] | :3: 'analyses' must be one of filters, dissection, instability, classes, ablation, fields, similarity, graph, flaws, not 'edges'
            filters: { top: 1000 }                  | :3: 'top' must be a whole number from 1 to 100
            model: net.h5                           | :3: 'model' is given twice
            concepts: { masks: pictures }           | :3: 'names' is missing: the table with the concepts' ids and names
            concepts: { masks: nowhere }            | :3: 'masks' names
            concepts: street                        | :3: 'concepts' must be a block
            concepts: [{ name: classes, masks: pictures, names: labels.txt }] | :3: a concept set cannot be called 'classes'
            concepts: { masks: /, names: labels.txt } | :3: the concept set with the masks in
            concepts: [{ name: Classes, masks: pictures, names: labels.txt }] | :3: a concept set cannot be called 'classes'
            concepts: [{ name: Pictures, masks: pictures, names: labels.txt }, { masks: pictures, names: labels.txt }] | :3: two concept sets
            concepts: [{ masks: pictures, names: labels.txt }, { masks: pictures, names: labels.txt }] | :3: two concept sets are called 'pictures'
            landmarks: { images: pictures }         | :3: 'file' is missing
            dissection: { mode: cvpr2018 }          | :3: 'mode' must be cvpr2017 or pnas2020, not 'cvpr2018'
            dissection: { quantile: 0.9 }           | :3: 'quantile' must be a number from 1.0E-6 to 0.5, not '0.9'
            sample: 0                               | :3: 'sample' must be a whole number from 1
            graph: { constants: best }              | :3: 'constants' must be published or wide, not 'best'
            graph: { mirrored: perhaps }            | :3: 'mirrored' must be true or false, not 'perhaps'
            graph: { pictures: 1 }                  | :3: 'pictures' must be a whole number from 2 to 100000, not '1'
            fields: { method: guess }               | :3: 'method' must be gradient or occlusion, not 'guess'
            layers: {a: 1}                          | :3: 'layers' must be one value or a list
            "layers: [a, b"                         | is not valid YAML
            """)
    void whatIsWrongIsToldWithFileLineAndWhatIsAccepted(final String line, final String complaint) {
        assertThatThrownBy(() -> read("model: net.h5\nimages: { folder: pictures }\n" + line + "\n"))
                .isInstanceOf(InvalidConfigurationException.class).hasMessageContaining("test.filterscope").hasMessageContaining(complaint)
                .hasMessageNotContaining("\n");
    }

    @Test
    void conceptsAndLandmarksAreReadWithTheirFolders() throws Exception {
        final DiagnosisConfiguration read = read("""
                model: net.h5
                images: { folder: pictures }
                concepts:
                  - { masks: pictures, names: labels.txt }
                  - { name: street, images: pictures, masks: pictures, names: labels.txt, category: place }
                landmarks: labels.txt
                dissection: { mode: pnas2020, upsampling: halfpixel }
                """);
        final Path pictures = folder.resolve("pictures");
        assertThat(read.concepts()).containsExactly(new ConceptSettings("pictures", pictures, pictures, folder.resolve("labels.txt"), "object"),
                new ConceptSettings("street", pictures, pictures, folder.resolve("labels.txt"), "place"));
        assertThat(read.landmarks()).contains(new LandmarkSettings(folder.resolve("labels.txt"), pictures));
        assertThat(read.dissection().quantile()).isEqualTo(0.01);
        assertThat(read.dissection().upsampling()).isEqualTo(DissectionSettings.Upsampling.HALFPIXEL);
    }

    @Test
    void missingPartsAndUnreadableFilesAreTold() throws Exception {
        assertThatThrownBy(() -> read("images: { folder: pictures }\n")).hasMessageContaining("'model' is missing");
        assertThatThrownBy(() -> read("model: net.h5\n")).hasMessageContaining("'images' is missing");
        assertThatThrownBy(() -> read("model: net.h5\nimages: { folder: photos }\n")).hasMessageContaining("there is no such folder");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("model: " + "[".repeat(200_000))).isInstanceOf(InvalidConfigurationException.class);
        assertThatThrownBy(() -> read("- a\n- b\n")).hasMessageContaining("must be a block of 'key: value' lines");
        assertThatThrownBy(() -> new ConfigurationReader().read(folder.resolve("none.filterscope"))).hasMessageContaining("no such configuration");
        final Path binary = Files.write(folder.resolve("binary.filterscope"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> new ConfigurationReader().read(binary)).hasMessageContaining("is not a text");
        final Path huge = Files.write(folder.resolve("huge.filterscope"), new byte[2 << 20]);
        assertThatThrownBy(() -> new ConfigurationReader().read(huge)).hasMessageContaining("larger than 1 MB");
    }

    private DiagnosisConfiguration read(final String text) throws Exception {
        return new ConfigurationReader().read(Files.writeString(folder.resolve("test.filterscope"), text));
    }
}
