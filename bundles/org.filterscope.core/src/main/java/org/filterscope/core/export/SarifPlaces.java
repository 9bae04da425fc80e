package org.filterscope.core.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.gate.Assessment;

/**
 * Where findings are: in files, as seen from the configuration's folder, and in the network.
 *
 * @param base          URI of the configuration's folder, with a slash at the end; empty when there is no configuration
 * @param configuration the configuration's artifact; empty when there is none
 * @param modelLine     of the configuration where the model is named
 * @param model         the model's artifact
 */
record SarifPlaces(Optional<String> base, Optional<JsonObject> configuration, int modelLine, JsonObject model) {
    static final String ROOT = "%SRCROOT%";

    static SarifPlaces of(final Assessment assessment) {
        if (assessment.configuration().isEmpty()) {
            final String file = assessment.report().manifest().model().file();
            final String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
            return new SarifPlaces(Optional.empty(), Optional.empty(), 1, SarifReport.object("uri", encoded(name)));
        }
        final DiagnosisConfiguration given = assessment.configuration().get();
        final String folder = given.file().getParent().toUri().toASCIIString();
        final String base = folder.endsWith("/") ? folder : folder + "/";
        return new SarifPlaces(Optional.of(base), Optional.of(artifact(given.file(), base)), given.lines().getOrDefault("model", 1),
                artifact(given.model(), base));
    }

    private static JsonObject artifact(final Path file, final String base) {
        final String uri = file.toUri().toASCIIString();
        if (!uri.startsWith(base)) {
            return SarifReport.object("uri", uri);
        }
        final JsonObject artifact = SarifReport.object("uri", relative(uri.substring(base.length())));
        artifact.addProperty("uriBaseId", ROOT);
        return artifact;
    }

    private static String encoded(final String name) {
        try {
            return relative(new URI(null, null, "/" + name, null).toASCIIString().substring(1));
        } catch (final URISyntaxException e) {
            throw new IllegalStateException("every name is a path once it is encoded", e);
        }
    }

    /** A colon before the first slash would make a scheme of it. */
    private static String relative(final String uri) {
        return uri.indexOf(':') >= 0 ? "./" + uri : uri;
    }

    JsonArray locations(final List<SuspectFilter> filters) {
        final JsonObject physical = SarifReport.object("artifactLocation", configuration.orElse(model));
        if (configuration.isPresent()) {
            final JsonObject region = new JsonObject();
            region.addProperty("startLine", modelLine);
            physical.add("region", region);
        }
        final JsonObject location = SarifReport.object("physicalLocation", physical);
        if (!filters.isEmpty()) {
            final JsonArray logical = new JsonArray();
            filters.forEach(filter -> logical.add(logical(filter)));
            location.add("logicalLocations", logical);
        }
        return SarifReport.array(location);
    }

    private static JsonObject logical(final SuspectFilter filter) {
        final JsonObject logical = new JsonObject();
        logical.addProperty("name", "filter " + filter.channel());
        logical.addProperty("fullyQualifiedName", filter.layer() + "/" + filter.channel());
        logical.addProperty("kind", "member");
        return logical;
    }

    /** The model's file, where the configuration is the place. */
    JsonArray related() {
        final JsonObject location = SarifReport.object("physicalLocation", SarifReport.object("artifactLocation", model));
        location.add("message", SarifReport.message("the network"));
        return SarifReport.array(location);
    }
}
