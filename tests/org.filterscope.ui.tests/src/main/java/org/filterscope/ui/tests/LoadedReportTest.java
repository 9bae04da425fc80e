package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.filterscope.core.configuration.DissectionSettings.Upsampling;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.ui.report.LoadedReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class LoadedReportTest {
    @TempDir
    Path folder;

    @Test
    void mapsAreBroughtToTheInputsSizeAsTheManifestHasIt() throws Exception {
        assertEquals(Upsampling.ANCHORED, upsampling("model: landscapes.h5", "model: landscapes.h5"));
        assertEquals(Upsampling.HALFPIXEL, upsampling("\"settings\": {}", "\"settings\": {\"dissection.upsampling\": \"halfpixel\"}"));
    }

    @Test
    void elseAsTheConfigurationHasIt() throws Exception {
        assertEquals(Upsampling.HALFPIXEL,
                upsampling("model: landscapes.h5", "model: landscapes.h5\\ndissection: { upsampling: halfpixel }"));
        assertEquals(Upsampling.ANCHORED, upsampling("model: landscapes.h5", "dissection: { upsampling: sideways }"));
    }

    private Upsampling upsampling(final String words, final String instead) throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 3);
        final Path manifest = new ReportFiles(report).manifest();
        final String text = Files.readString(manifest);
        assertTrue(text.contains(words), text);
        Files.writeString(manifest, text.replace(words, instead));
        return LoadedReport.read(Report.open(report)).upsampling();
    }
}
