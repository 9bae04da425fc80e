package org.filterscope.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.Test;

class FindingsTableTest extends ExportTest {

    private static List<NamedCsvRecord> lines(final Path file) throws Exception {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    @Test
    void aFindingIsALineWithItsNumbersAndItsSuppression() throws Exception {
        final List<NamedCsvRecord> lines = lines(written(assessment("river"), ReportFormat.CSV));
        assertThat(lines).extracting(line -> line.getField("id")).containsExactly("aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc");
        final NamedCsvRecord first = lines.get(0);
        assertThat(first.getField("severity")).isEqualTo("high");
        assertThat(first.getField("filters")).isEqualTo("river/0");
        assertThat(first.getField("classes")).isEqualTo("river; road");
        assertThat(first.getField("number.share of rivers")).isEqualTo("0.4");
        assertThat(first.getField("number.share of rivers.high")).isEqualTo("0.5");
        assertThat(first.getField("number.pictures.low")).as("exact").isEmpty();
        assertThat(first.getField("suppressed")).isEqualTo("false");
        assertThat(lines.get(1).getField("suppressed")).isEqualTo("true");
        assertThat(lines.get(1).getField("reason")).isEqualTo("spare <b>parts</b>");
        assertThat(lines.get(1).getField("expires")).isEqualTo("2027-01-31");
    }

    @Test
    void whateverThingsAreCalledStaysInItsField() throws Exception {
        final String name = "a,\"b\"\nc;=1+1";
        final List<NamedCsvRecord> lines = lines(written(assessment(name), ReportFormat.CSV));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).getField("text")).isEqualTo("takes " + name + " for road");
    }
}
