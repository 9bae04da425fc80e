package org.filterscope.analysis.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConceptSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConceptTableTest {
    @TempDir
    Path folder;

    @Test
    void zeroIsAConceptLikeAnyOther() throws Exception {
        final ConceptTable table = read("id,name\n0,sky\n7,road\n");
        assertThat(table.concepts()).containsExactly(new Concept("sky", "object"), new Concept("road", "object"));
        assertThat(table.labels()[0]).isZero();
        assertThat(table.labels()[7]).isEqualTo((short) 1);
        assertThat(table.labels()[1]).isEqualTo(ConceptSet.NONE);
        assertThat(table.labels()[255]).isEqualTo(ConceptSet.NONE);
    }

    @ParameterizedTest
    @CsvSource({"none", "unlabelled", "Unlabeled", "VOID", "other", "background", "''", "' none '"})
    void whatIsCalledNothingIsNoConcept(final String name) throws Exception {
        final ConceptTable table = read("id,name\n0,%s\n1,water\n".formatted(name));
        assertThat(table.concepts()).containsExactly(new Concept("water", "object"));
        assertThat(table.labels()[0]).isEqualTo(ConceptSet.NONE);
        assertThat(table.labels()[1]).isZero();
    }

    @Test
    void aConceptHasTheCategoryOfItsLineOrThatOfTheSet() throws Exception {
        assertThat(read("id,name,category\n1,wheel,part\n2,car,\n").concepts()).containsExactly(new Concept("wheel", "part"),
                new Concept("car", "object"));
    }

    /** As where a data set tells lorries from buses, and the user does not. */
    @Test
    void numbersOfTheSameNameAreOneConcept() throws Exception {
        final ConceptTable table = read("id,name,category\n1,vehicle,\n2,orange,colour\n3,vehicle,\n4,orange,\n");
        assertThat(table.concepts()).containsExactly(new Concept("vehicle", "object"), new Concept("orange", "colour"),
                new Concept("orange", "object"));
        assertThat(table.labels()[3]).isEqualTo(table.labels()[1]);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        assertThat(read("\ufeffid,name\n1,sky\n").concepts()).containsExactly(new Concept("sky", "object"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "id,name;1,a;1,b         | 3: the id 1 is named twice",
        "id,name;256,a           | 2: the id is '256'; expected a whole number from 0 to 255",
        "id,name;-1,a            | the id is '-1'",
        "id,name;one,a           | the id is 'one'",
        "number,name;1,a         | the column 'id' is missing; expected the columns id,name",
        "id,label;1,a            | the column 'name' is missing",
        "id,name;0,none          | names no concept",
        "id,name;1,a;2,\"b;3,c     | 3: a quotation mark is opened and not closed",
        "id,name,category;1,a    | 2: 2 fields, expected the 3 of id,name,category",
        "id,name                 | names no concept"})
    void aWrongTableIsToldWithFileAndLine(final String text, final String message) {
        assertThatThrownBy(() -> read(text.replace(';', '\n') + "\n")).isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("names.csv", message);
    }

    private ConceptTable read(final String text) throws Exception {
        final Path names = Files.writeString(folder.resolve("names.csv"), text);
        return ConceptTable.read(new ConceptSettings("set", folder, folder, names, ConceptSettings.DEFAULT_CATEGORY));
    }
}
