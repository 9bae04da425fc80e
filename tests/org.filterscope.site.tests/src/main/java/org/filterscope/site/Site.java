package org.filterscope.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.filterscope.site.Unit.Licence;
import org.w3c.dom.Element;

/**
 * A p2 repository in a folder.
 *
 * @param units      what can be installed, and what that is made of
 * @param artifacts  the files
 * @param references addresses of other sites that an IDE is told of
 */
public record Site(List<Unit> units, List<Artifact> artifacts, List<String> references) {
    private static final String PROPERTIES = "properties";
    private static final String PROPERTY = "property";
    private static final String NAME = "name";

    /** @throws IOException when the folder is no p2 repository, or cannot be read */
    public static Site read(final Path folder) throws IOException {
        final Element content = Index.read(folder.resolve("content.jar")).root();
        final Element artifacts = Index.read(folder.resolve("artifacts.jar")).root();
        return new Site(Index.at(content, "units", "unit").map(Site::unit).toList(),
                Index.at(artifacts, "artifacts", "artifact").map(element -> artifact(folder, element)).toList(),
                Index.at(content, "references", "repository").map(element -> element.getAttribute("uri")).toList());
    }

    /** @return the unit of that name */
    public Optional<Unit> unit(final String id) {
        return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    private static Unit unit(final Element element) {
        final Optional<Licence> licence = Index.at(element, "licenses", "license").findFirst()
                .map(found -> new Licence(found.getAttribute("url"), found.getTextContent().strip()));
        return new Unit(element.getAttribute("id"), element.getAttribute("version"), properties(element),
                Index.at(element, "requires", "required").filter(required -> required.getAttribute("namespace").equals("org.eclipse.equinox.p2.iu"))
                        .map(Site::requirement).toList(),
                licence.orElse(null), Index.at(element, "touchpointData", "instructions", "instruction")
                        .anyMatch(instruction -> instruction.getAttribute("key").equals("zipped") && instruction.getTextContent().strip().equals("true")));
    }

    private static Requirement requirement(final Element element) {
        return new Requirement(element.getAttribute(NAME), Index.at(element, "filter").map(filter -> filter.getTextContent().strip()).findFirst().orElse(""));
    }

    private static Artifact artifact(final Path folder, final Element element) {
        final Map<String, String> properties = properties(element);
        final String kind = element.getAttribute("classifier").equals("osgi.bundle") ? "plugins" : "features";
        return new Artifact(element.getAttribute("id"),
                folder.resolve(kind).resolve(element.getAttribute("id") + "_" + element.getAttribute("version") + ".jar"),
                Long.parseLong(properties.get("download.size")), properties.getOrDefault("download.checksum.sha-256", ""));
    }

    private static Map<String, String> properties(final Element element) {
        return Stream.of(element).flatMap(from -> Index.at(from, PROPERTIES, PROPERTY))
                .collect(Collectors.toMap(property -> property.getAttribute(NAME), property -> property.getAttribute("value"), (one, other) -> other, HashMap::new));
    }
}
