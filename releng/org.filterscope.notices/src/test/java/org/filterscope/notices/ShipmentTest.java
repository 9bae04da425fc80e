package org.filterscope.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The dependencies of this module, of which the page is made, are what ships: no more and no less. */
final class ShipmentTest {
    private static final ThirdPartyPage PAGE = new ThirdPartyPage();
    private static final List<ClassPathJar> JARS = ClassPathJar.all();

    @Test
    void everythingThatBundlesCopyIsNamed() {
        assertThat(Shipment.copied()).isNotEmpty().allSatisfy(item -> {
            final String artifact = XmlFile.text(item, "artifactId");
            assertThat(PAGE.jars()).as("docs/third-party.md names " + artifact).anyMatch(jar -> jar.startsWith(artifact + ":"));
        });
    }

    @Test
    void theNativesOfEveryPlatformAreLookedInto() {
        final List<String> classifiers = Shipment.copied().stream().filter(item -> !isForGpus(item))
                .filter(item -> !XmlFile.text(item, "classifier").isEmpty())
                .map(item -> XmlFile.text(item, "artifactId") + " " + XmlFile.text(item, "classifier")).toList();
        assertThat(classifiers).hasSize(12).allSatisfy(natives -> assertThat(JARS).anyMatch(jar -> natives.startsWith(jar.artifact() + " ")
                && jar.fileName().endsWith("-" + natives.substring(natives.indexOf(' ') + 1) + ".jar")));
    }

    @Test
    void everyBundleOfOthersInTheFeaturesIsNamedInTheVersionOfTheTargetPlatform() {
        final XmlFile definition = new XmlFile(ThirdPartyPage.ROOT.resolve("target-platform/eclipse-4.41.target"));
        final Set<String> target = definition.elements("dependency").stream()
                .map(dependency -> XmlFile.text(dependency, "artifactId") + ":" + XmlFile.text(dependency, "version")).collect(Collectors.toSet());
        assertThat(Shipment.bundlesOfOthers()).isNotEmpty().allSatisfy(bundle -> assertThat(bundle(bundle)).as(bundle).isNotEmpty()
                .allSatisfy(jar -> assertThat(PAGE.jars()).as("docs/third-party.md").contains(jar))
                .allSatisfy(jar -> assertThat(target).as("the target platform").contains(jar)));
    }

    @Test
    void everythingThatIsNamedShips() {
        final Set<String> shipped = new TreeSet<>();
        Shipment.copied().forEach(item -> shipped.add(XmlFile.text(item, "artifactId")));
        Shipment.bundlesOfOthers().forEach(bundle -> bundle(bundle).forEach(jar -> shipped.add(jar.substring(0, jar.indexOf(':')))));
        final XmlFile pom = new XmlFile(ThirdPartyPage.ROOT.resolve("releng/org.filterscope.notices/pom.xml"));
        assertThat(pom.elements("dependency").stream().filter(dependency -> !"test".equals(XmlFile.text(dependency, "scope")))
                .map(dependency -> XmlFile.text(dependency, "artifactId"))
                .filter(artifact -> !"org.filterscope.worker".equals(artifact))).isSubsetOf(shipped);
    }

    private static boolean isForGpus(final Element item) {
        return XmlFile.text(item, "artifactId").contains("cuda");
    }

    /** {@code name:version} of the jars that are the bundle. */
    private static List<String> bundle(final String symbolicName) {
        return JARS.stream().filter(jar -> jar.bundle().filter(symbolicName::equals).isPresent())
                .map(jar -> jar.artifact() + ":" + jar.file().getParent().getFileName()).distinct().toList();
    }
}
