package org.filterscope.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The jars of others inside our bundles; what an older build had left where the build collects them would be among them. */
final class ShippedLibrariesTest {
    private static final Pattern ROW = Pattern.compile("\\| \\[([^]]+)]\\([^)]+\\) \\| ([^ ]+) \\|.*");
    private static final Pattern MICROSOFTS = Pattern.compile(".*/(api-ms-win-|concrt|msvc|ucrtbase|vcomp|vcruntime)[^/]*\\.dll", Pattern.CASE_INSENSITIVE);

    private Site site;

    @BeforeEach
    void read() throws IOException {
        site = BuiltSite.read();
    }

    @Test
    void everyJarInsideABundleIsNamedByTheNoticesInItsVersion() throws IOException {
        final List<String> named = Files.readAllLines(BuiltSite.ROOT.resolve("docs/third-party.md")).stream().map(ROW::matcher)
                .filter(row -> row.matches()).map(row -> row.group(1) + "-" + row.group(2)).toList();
        final List<String> jars = new ArrayList<>();
        for (final Artifact bundle : site.artifacts()) {
            try (ZipFile zip = new ZipFile(bundle.file().toFile())) {
                zip.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".jar")).map(name -> name.substring(name.lastIndexOf('/') + 1))
                        .filter(name -> !name.startsWith("org.filterscope.")).forEach(jars::add);
            }
        }
        assertThat(jars).hasSizeGreaterThan(30).allSatisfy(jar -> assertThat(named).as("docs/third-party.md names " + jar)
                .anyMatch(entry -> jar.equals(entry + ".jar") || jar.startsWith(entry + "-")));
    }

    @Test
    void microsoftsRuntimeIsInNoJarForWindows() throws IOException {
        final List<String> libraries = new ArrayList<>();
        final Artifact bundle = site.artifacts().stream().filter(artifact -> artifact.id().endsWith(Platform.WINDOWS.suffix())).findFirst().orElseThrow();
        try (ZipFile zip = new ZipFile(bundle.file().toFile())) {
            for (final ZipEntry entry : zip.stream().toList()) {
                libraries.add(entry.getName());
                if (entry.getName().endsWith(".jar")) {
                    libraries.addAll(names(new ZipInputStream(zip.getInputStream(entry))));
                }
            }
        }
        assertThat(libraries).anyMatch(name -> name.endsWith("/jnijavacpp.dll")).noneMatch(name -> MICROSOFTS.matcher(name).matches());
    }

    private static List<String> names(final ZipInputStream jar) throws IOException {
        final List<String> names = new ArrayList<>();
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            names.add(entry.getName());
        }
        return names;
    }
}
