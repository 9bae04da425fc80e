package org.filterscope.core.configuration;

import java.util.Locale;

/** The analyses that a configuration can ask for. */
public enum Analysis {
    /** Statistics of every filter: how strongly, how often and on what it fires. */
    FILTERS,
    /** Which concept every filter stands for (network dissection). */
    DISSECTION,
    /** How steadily every filter's peak lies to landmarks. */
    INSTABILITY,
    /** How every filter relates to the classes: peaks, contributions. */
    CLASSES,
    /** What becomes of the predictions when a filter is silenced. */
    ABLATION,
    /** Receptive fields as they are, not as they could be. */
    FIELDS,
    /** Filters that do the same, and filters that look at the border. */
    SIMILARITY,
    /** Which part patterns each filter mixes, and how they go together through the layers. */
    GRAPH,
    /** What is wrong with the world as the network sees it. */
    FLAWS;

    /** As written in the configuration and the report. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
