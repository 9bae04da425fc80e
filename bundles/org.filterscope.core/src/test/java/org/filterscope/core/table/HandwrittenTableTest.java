package org.filterscope.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandwrittenTableTest {
    @TempDir
    Path folder;

    @Test
    void fieldsAreToldByColumnAndLine() throws Exception {
        final List<TableLine> lines = lines("id,name\r\n1,\"a \"\"red\"\" one,\nor two\"\r\n\r\n2,5\" pipe\r\n");
        assertThat(lines).extracting(line -> line.text("name")).containsExactly("a \"red\" one,\nor two", "5\" pipe");
        assertThat(lines).extracting(TableLine::number).containsExactly(2L, 5L);
        assertThat(lines.getFirst().find("colour")).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        assertThat(lines("\ufeffid,name\n1,sky\n").getFirst().text("id")).isEqualTo("1");
        assertThat(lines("\ufeff\"id\",name\n1,sky\n").getFirst().text("id")).isEqualTo("1");
        assertThat(lines("\ufeff")).isEmpty();
    }

    @Test
    void anEmptyFileHasNoColumns() throws Exception {
        Files.writeString(folder.resolve("empty.csv"), "");
        try (HandwrittenTable table = HandwrittenTable.open(folder.resolve("empty.csv"))) {
            assertThat(table.header()).isEmpty();
            assertThat(table.next()).isEmpty();
        }
    }

    @Test
    void anOpenQuotationMarkIsToldWhereItsLineBegins() {
        refused("id,name\n1,sky\n2,\"road\n3,tree\n4,car\n", "table.csv:3: a quotation mark is opened and not closed");
        refused("id,name\n1,sky\n2,\"road", "table.csv:3: a quotation mark");
        refused("id,name\n1,sky\n2,\"road\"\"\n", "table.csv:3: a quotation mark");
        refused("\"id,name\n1,sky\n", "table.csv:1: a quotation mark");
        refused("id,name\n" + "1,sky\n".repeat(20_000) + "2,\"road\n" + "3,tree\n".repeat(20_000), "table.csv:20002: a quotation mark");
    }

    @Test
    void aLineHasAsManyFieldsAsColumns() {
        refused("id,name\n1,sky\n2", "table.csv:3: 1 fields, expected the 2 of id,name");
        refused("id,name\n1,sky,blue\n", "table.csv:2: 3 fields, expected the 2 of id,name");
        refused("id,name,id\n1,sky,2\n", "table.csv:1: the column 'id' is there twice");
    }

    @Test
    void whatIsNoTextInUtf8IsRefused() throws Exception {
        final Path file = Files.write(folder.resolve("latin.csv"), "id,name\n1,Fluß\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidTableException.class).hasMessageContaining("latin.csv: is not a text in UTF-8");
        assertThatThrownBy(() -> read(folder)).isInstanceOf(InvalidTableException.class).hasMessageContaining("there is no such file");
    }

    private void refused(final String text, final String message) {
        assertThatThrownBy(() -> lines(text)).isInstanceOf(InvalidTableException.class).hasMessageContaining(message);
    }

    private List<TableLine> lines(final String text) throws Exception {
        return read(Files.writeString(folder.resolve("table.csv"), text));
    }

    private static List<TableLine> read(final Path file) throws InvalidTableException {
        final List<TableLine> lines = new ArrayList<>();
        try (HandwrittenTable table = HandwrittenTable.open(file)) {
            for (Optional<TableLine> line = table.next(); line.isPresent(); line = table.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }
}
