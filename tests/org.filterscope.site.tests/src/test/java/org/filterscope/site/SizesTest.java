package org.filterscope.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SizesTest {
    /** The table is for people who wonder whether they have the room; it need not follow every build. */
    private static final Percentage ROUGHLY = Percentage.withPercentage(10);
    private static final double MEGABYTE = 1e6;

    @ParameterizedTest
    @EnumSource(Platform.class)
    void theReadmeSaysHowLargeFilterscopeIs(final Platform platform) throws IOException {
        final Installation installation = Installation.of(BuiltSite.read(), SizeTable.FEATURE, platform);
        final Matcher row = row(platform.label() + " \\| (\\d+) MB \\| (\\d+) MB");
        assertThat(installation.download() / MEGABYTE).isCloseTo(Double.parseDouble(row.group(1)), ROUGHLY);
        assertThat(installation.onDisk() / MEGABYTE).isCloseTo(Double.parseDouble(row.group(2)), ROUGHLY);
    }

    @Test
    void theGuideSaysHowLargeTheZipIs() throws IOException {
        BuiltSite.read();
        final Matcher said = Pattern.compile("site\\.zip` \\((\\d+) MB\\)").matcher(Files.readString(BuiltSite.ROOT.resolve("docs/install.md")));
        assertThat(said.find()).isTrue();
        assertThat(Files.size(BuiltSite.TARGET.resolve("filterscope-0.1.0-site.zip")) / MEGABYTE).isCloseTo(Double.parseDouble(said.group(1)), ROUGHLY);
    }

    private static Matcher row(final String pattern) throws IOException {
        final Matcher found = Pattern.compile("(?m)^\\| " + pattern + " \\|$").matcher(Files.readString(BuiltSite.ROOT.resolve("README.md")));
        assertThat(found.find()).as("a row of README.md like " + pattern).isTrue();
        return found;
    }
}
