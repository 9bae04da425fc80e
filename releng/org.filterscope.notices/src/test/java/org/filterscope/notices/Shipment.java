package org.filterscope.notices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.w3c.dom.Element;

/** What leaves the house beside the worker's own dependencies, as the poms of bundles and the features say. */
final class Shipment {
    private static final String OURS = "org.filterscope.";

    private Shipment() {
    }

    /** @return every {@code artifactItem} of the runtime bundle and its fragments, those for GPUs included: they copy or unpack it */
    static List<Element> copied() {
        return folders("bundles").filter(bundle -> bundle.getFileName().toString().startsWith(OURS + "runtime"))
                .flatMap(bundle -> new XmlFile(bundle.resolve("pom.xml")).elements("artifactItem").stream()).toList();
    }

    /** @return symbolic names of the bundles in the features that are not ours */
    static Set<String> bundlesOfOthers() {
        return folders("features").map(feature -> feature.resolve("feature.xml")).filter(Files::exists)
                .flatMap(feature -> new XmlFile(feature).elements("plugin").stream()).map(plugin -> plugin.getAttribute("id"))
                .filter(bundle -> !bundle.startsWith(OURS)).collect(Collectors.toSet());
    }

    private static Stream<Path> folders(final String parent) {
        try (Stream<Path> children = Files.list(ThirdPartyPage.ROOT.resolve(parent))) {
            return children.filter(Files::isDirectory).toList().stream();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
