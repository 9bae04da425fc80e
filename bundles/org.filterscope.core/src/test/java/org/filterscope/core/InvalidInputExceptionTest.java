package org.filterscope.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.filterscope.core.configuration.InvalidConfigurationException;
import org.junit.jupiter.api.Test;

/** Names and values from files get into sentences, and files are not trusted. */
class InvalidInputExceptionTest {

    @Test
    void aSentenceStaysOneLineAndDoesNotSpeakToTheTerminal() {
        assertThat(new InvalidInputException("m.h5: layer 'a\r\nb\u2028c' has \u001b[31m weights"))
                .hasMessage("m.h5: layer 'a b c' has  [31m weights");
        assertThat(new InvalidConfigurationException(Path.of("c"), 3, "unexpected \n(10)").reason()).isEqualTo("unexpected  (10)");
    }

    @Test
    void aSentenceHasABoundedLength() {
        final String message = new InvalidInputException("m.h5: there is no layer '" + "ä".repeat(100_000) + "'").getMessage();
        assertThat(message).startsWith("m.h5: there is no layer 'ä").endsWith("ä …").hasSizeLessThan(5000);
    }
}
