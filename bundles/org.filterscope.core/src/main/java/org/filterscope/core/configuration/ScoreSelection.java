package org.filterscope.core.configuration;

import java.util.Optional;

/**
 * One number a layer, made of its filters' scores.
 *
 * @param score     a column of {@code filters/LAYER.csv} with numbers, see {@link org.filterscope.core.report.FilterNumbers}
 * @param layer     name; empty for every layer that was looked into, each by itself
 * @param aggregate how the filters' numbers become one; filters that have none are left out
 * @param above     the limit of {@link Aggregate#SHARE}
 * @param line      of the configuration file that asks for it
 */
public record ScoreSelection(String score, Optional<String> layer, Aggregate aggregate, double above, int line) {

    /** For a person: {@code mean instability}, {@code share of iou above 0.04}. */
    public String text() {
        return aggregate == Aggregate.SHARE ? "share of %s above %s".formatted(score, above) : "%s %s".formatted(aggregate.key(), score);
    }
}
