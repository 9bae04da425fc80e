package org.filterscope.platform;

import java.util.List;

/**
 * A location of a target definition.
 *
 * @param instructions for bnd, to make bundles of the artifacts; empty where they are bundles already
 */
record Location(String label, List<Pin> artifacts, List<String> instructions) {
    private static final String ARTIFACT =
            "        <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><type>jar</type></dependency>\n";

    /** As XML. Needs no escapes: coordinates and versions hold harmless characters only. */
    String text() {
        final StringBuilder text = new StringBuilder();
        text.append("    <location includeDependencyDepth=\"none\" includeDependencyScopes=\"\" includeSource=\"false\" missingManifest=\"")
                .append(instructions.isEmpty() ? "error" : "generate").append("\" type=\"Maven\" label=\"").append(label).append("\">\n")
                .append("      <dependencies>\n");
        for (final Pin artifact : artifacts) {
            text.append(ARTIFACT.formatted(artifact.coordinates().group(), artifact.coordinates().name(), artifact.version()));
        }
        text.append("      </dependencies>\n");
        if (!instructions.isEmpty()) {
            text.append("      <instructions><![CDATA[\n").append(String.join("\n", instructions)).append("\n]]></instructions>\n");
        }
        return text.append("    </location>\n").toString();
    }
}
