package org.filterscope.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SiteTest {
    private static final String OURS = "org.filterscope.";
    /** Libraries that the plug-in uses in the IDE, and the GEF that Maven Central has; everything else is ours or the IDE's. */
    private static final Set<String> FOREIGN = Set.of("com.google.gson", "de.siegmar.fastcsv", "org.eclipse.lsp4j.jsonrpc", "org.eclipse.swtchart",
            "org.snakeyaml.engine", "org.eclipse.draw2d", "org.eclipse.gef");

    private Site site;

    @BeforeEach
    void read() throws IOException {
        site = BuiltSite.read();
    }

    @Test
    void ofOthersItHasOnlyWhatAnIdeMayLack() {
        assertThat(site.artifacts().stream().map(Artifact::id).filter(id -> !id.startsWith(OURS))).containsExactlyInAnyOrderElementsOf(FOREIGN);
    }

    @Test
    void itSendsNobodyToOtherSites() {
        assertThat(site.references()).isEmpty();
    }

    @Test
    void everyFeatureSaysWhatItIsWhoseItIsAndUnderWhichLicence() throws IOException {
        final String licence = Files.readString(BuiltSite.ROOT.resolve("LICENSE"));
        assertThat(features()).extracting(Unit::id).containsExactlyInAnyOrder("org.filterscope.feature.feature.group",
                "org.filterscope.gef.feature.feature.group", "org.filterscope.source.feature.feature.group");
        assertThat(features()).allSatisfy(feature -> {
            assertThat(feature.text("org.eclipse.equinox.p2.provider")).isEqualTo("Filterscope");
            assertThat(feature.text("org.eclipse.equinox.p2.name")).isNotBlank().doesNotContain("%");
            assertThat(feature.text("org.eclipse.equinox.p2.description")).hasSizeGreaterThan(40);
            assertThat(feature.properties()).containsKey("df_LT.feature.copyright");
            assertThat(feature.licence().address()).isEqualTo("https://www.eclipse.org/legal/epl-2.0/");
            assertThat(words(feature.localized(feature.licence().text()))).endsWith(words(licence));
        });
    }

    @Test
    void everythingToInstallIsInACategoryThatExplainsItself() {
        final List<Unit> categories = site.units().stream().filter(unit -> unit.properties().containsKey("org.eclipse.equinox.p2.type.category")).toList();
        assertThat(categories).extracting(category -> category.text("org.eclipse.equinox.p2.name"))
                .containsExactlyInAnyOrder("Filterscope", "What Filterscope Needs", "Sources");
        assertThat(categories).allSatisfy(category -> assertThat(category.text("org.eclipse.equinox.p2.description")).hasSizeGreaterThan(40));
        assertThat(categories.stream().flatMap(category -> category.requirements().stream()).map(Requirement::name))
                .containsExactlyInAnyOrderElementsOf(features().stream().map(Unit::id).toList());
    }

    @Test
    void aMachineGetsTheNativesOfItsPlatformAndNoOthers() {
        for (final Platform platform : Platform.values()) {
            assertThat(Installation.of(site, SizeTable.FEATURE, platform).units()).extracting(Unit::id).filteredOn(id -> id.startsWith(OURS + "runtime."))
                    .containsExactly(OURS + "runtime." + platform.suffix());
        }
    }

    @Test
    void sourcesAreNotInstalledUnlessAskedFor() {
        assertThat(Installation.of(site, SizeTable.FEATURE, Platform.LINUX).units()).extracting(Unit::id).noneMatch(id -> id.contains(".source"));
    }

    @Test
    void theSourcesOfEveryClassOfOursAreThere() throws IOException {
        final Set<String> sources = new TreeSet<>();
        for (final Artifact artifact : site.artifacts()) {
            if (artifact.id().endsWith(".source")) {
                sources.addAll(entries(artifact.file()));
            }
        }
        assertThat(sources).containsAll(javaFiles());
    }

    @Test
    void bundlesOfSourcesNameTheBundleThatTheyBelongToInItsVersion() throws IOException {
        for (final Artifact artifact : site.artifacts()) {
            if (artifact.id().endsWith(".source")) {
                try (ZipFile jar = new ZipFile(artifact.file().toFile()); InputStream in = jar.getInputStream(jar.getEntry("META-INF/MANIFEST.MF"))) {
                    final String header = new Manifest(in).getMainAttributes().getValue("Eclipse-SourceBundle");
                    final Unit host = site.unit(header.substring(0, header.indexOf(';'))).orElseThrow();
                    assertThat(header).contains("version=\"" + host.version() + "\"");
                }
            }
        }
    }

    @Test
    void everyFileHasTheChecksumAndTheSizeThatTheSiteSays() throws Exception {
        for (final Artifact artifact : site.artifacts()) {
            assertThat(artifact.sha256()).as(artifact.id()).isEqualTo(sha256(artifact.file()));
            assertThat(artifact.size()).as(artifact.id()).isEqualTo(Files.size(artifact.file()));
        }
    }

    @Test
    void theZipIsTheSiteAndHasItsChecksumBesideIt() throws Exception {
        final Path zip = BuiltSite.TARGET.resolve("filterscope-0.1.0-site.zip");
        assertThat(BuiltSite.TARGET.resolve("filterscope-0.1.0-site.zip.sha256")).content().isEqualToIgnoringWhitespace(sha256(zip) + "  " + zip.getFileName());
        assertThat(entries(zip)).containsAll(site.artifacts().stream()
                .map(artifact -> artifact.file().getParent().getFileName() + "/" + artifact.file().getFileName()).toList());
    }

    private List<Unit> features() {
        return site.units().stream().filter(Unit::isFeature).toList();
    }

    /** Without how its lines are broken. */
    private static String words(final String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static Set<String> entries(final Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream().map(entry -> entry.getName()).collect(Collectors.toSet());
        }
    }

    /** The Java files of what the site has, as their packages say it. */
    private static List<String> javaFiles() throws IOException {
        final List<String> bundles = List.of("core", "engine", "analysis", "examples", "worker", "ide", "jdt", "ui", "ui.graph", "gef.compatibility");
        final List<String> found = new ArrayList<>();
        for (final String bundle : bundles) {
            final Path folder = BuiltSite.ROOT.resolve("bundles").resolve(OURS + bundle).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).map(file -> folder.relativize(file).toString().replace('\\', '/')).forEach(found::add);
            }
        }
        return found;
    }

    private static String sha256(final Path file) throws IOException, NoSuchAlgorithmException {
        final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
