package org.filterscope.core.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of a heading that somebody has written under a right checksum. */
class StoredHeadingTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"inputRows\": 1.5.1}", "{\"inputRows\": 99999999999}", "{\"inputRows\": 1e999999999}",
        "{\"category\": \"\\ud800\", \"inputRows\": 1, \"inputCols\": 1, \"layers\": [], \"pictures\": [], \"parts\": [], \"scores\": []}"})
    void whatIsNoHeadingIsTold(final String text) {
        assertThatThrownBy(() -> StoredHeading.read(text)).isInstanceOf(JsonParseException.class);
    }
}
