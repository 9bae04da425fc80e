package org.filterscope.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.junit.jupiter.api.Test;

/** The licence that the IDE shows before it installs the features begins with the works of others: those of the page, under the same licences. */
final class LicenceTextTest {
    private static final String FILE = "features/org.filterscope.license.feature/feature.properties";

    @Test
    void itListsWhatThePageNames() throws IOException {
        final List<String> wanted = wanted();
        assertThat(listed()).withFailMessage("%s does not list what docs/third-party.md does; the lines between its first and the empty one must be:%n%s",
                FILE, String.join("\\n\\\n", wanted)).isEqualTo(wanted);
    }

    private static List<String> wanted() {
        final ThirdPartyPage page = new ThirdPartyPage();
        final List<String> lines = new ArrayList<>();
        page.jarsByLicence().forEach((licence, jars) -> lines.add(licence + ": " + String.join(", ", jars)));
        page.librariesByLicence().forEach((licence, libraries) -> lines.add(licence + ", native: " + String.join(", ", libraries)));
        return lines;
    }

    private static List<String> listed() throws IOException {
        final Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(ThirdPartyPage.ROOT.resolve(FILE))) {
            properties.load(text);
        }
        return properties.getProperty("license").lines().skip(1).takeWhile(line -> !line.isEmpty()).toList();
    }
}
