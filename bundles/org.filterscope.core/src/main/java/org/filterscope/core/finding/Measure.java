package org.filterscope.core.finding;

import java.util.List;

/**
 * One number that speaks for a finding.
 *
 * @param name     what it is, for a person; docs/methods/flaws.md defines it
 * @param value    finite
 * @param interval lower and upper end of the 95 % interval; empty where the number is exact
 */
public record Measure(String name, double value, List<Double> interval) {

    public Measure {
        interval = List.copyOf(interval);
        if (!Double.isFinite(value) || !interval.stream().allMatch(Double::isFinite) || !interval.isEmpty() && interval.size() != 2) {
            throw new IllegalArgumentException("'%s' is %s %s".formatted(name, value, interval));
        }
    }

    /** A number without uncertainty. */
    public static Measure exact(final String name, final double value) {
        return new Measure(name, value, List.of());
    }

    /** A number with its 95 % interval. */
    public static Measure between(final String name, final double value, final double low, final double high) {
        return new Measure(name, value, List.of(low, high));
    }
}
