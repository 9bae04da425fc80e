package org.filterscope.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** What the build has made before these tests; they skip where it has not. */
final class BuiltSite {
    static final Path ROOT = Path.of(System.getProperty("filterscope.root"));
    static final Path TARGET = ROOT.resolve("releng/org.filterscope.site/target");

    private BuiltSite() {
    }

    static Site read() throws IOException {
        final Path repository = TARGET.resolve("repository");
        Assumptions.assumeTrue(Files.exists(repository.resolve("content.jar")), () -> "there is no update site in " + repository + "; releng/verify builds it");
        return Site.read(repository);
    }
}
