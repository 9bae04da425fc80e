package org.filterscope.site;

import java.util.List;
import java.util.Map;

/**
 * What p2 installs as one: a bundle, a feature, or a category of them.
 *
 * @param id           its name; {@code NAME.feature.group} for a feature
 * @param version      with its qualifier
 * @param properties   by name; texts of features begin with {@code df_LT.}
 * @param requirements units only, no packages or bundles
 * @param licence      its text or the key of its text, and where it is published; null where it has none
 * @param unpacked     whether it lies in the IDE as a folder
 */
public record Unit(String id, String version, Map<String, String> properties, List<Requirement> requirements, Licence licence, boolean unpacked) {

    /**
     * The licence of a feature.
     *
     * @param address where it is published
     * @param text    may be a key, like {@code %license}
     */
    public record Licence(String address, String text) {
    }

    /** @return a text, for which the unit may have a key: of {@code %label} what the property {@code df_LT.label} says */
    public String localized(final String text) {
        return text.startsWith("%") ? properties.getOrDefault("df_LT." + text.substring(1), text) : text;
    }

    /** @return the property of that name, localized; empty where there is none */
    public String text(final String property) {
        return localized(properties.getOrDefault(property, ""));
    }

    public boolean isFeature() {
        return id.endsWith(".feature.group");
    }
}
