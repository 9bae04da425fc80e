package org.filterscope.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

final class ThirdPartyPageTest {
    private static final String MADE = "releng/org.filterscope.notices/target/notices/third-party.md";

    @Test
    void itSaysWhatTheDependenciesSay() throws IOException {
        final Path made = ThirdPartyPage.ROOT.resolve(MADE);
        assertThat(new ThirdPartyPage().text())
                .withFailMessage("docs/third-party.md is not what the dependencies say: compare it with %s, "
                        + "and copy that over it if every line is meant.", MADE)
                .isEqualTo(Files.readString(made).replace("\r\n", "\n"));
    }
}
