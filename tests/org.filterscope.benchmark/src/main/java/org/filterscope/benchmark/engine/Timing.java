package org.filterscope.benchmark.engine;

import java.util.Arrays;

/**
 * What a program needed.
 *
 * @param wall   milliseconds by the clock
 * @param cpu    milliseconds of all its threads together
 * @param values some of its result's
 */
record Timing(double wall, double cpu, double[] values) {

    static Timing parse(final String answer) {
        final double[] numbers = Arrays.stream(answer.substring(PeerProcess.ANSWER.length()).split(" ")).mapToDouble(Double::parseDouble)
                .toArray();
        return new Timing(numbers[0] / 1e6, numbers[1] / 1e6, Arrays.copyOfRange(numbers, 2, numbers.length));
    }

    Timing each(final int count) {
        return new Timing(wall / count, cpu / count, values);
    }

    /** The least of each: what else the machine did can only have added to it. */
    Timing best(final Timing other) {
        return new Timing(Math.min(wall, other.wall), Math.min(cpu, other.cpu), values);
    }

    /** The largest difference of the values, as a part of the largest value. */
    double difference(final Timing other) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
            difference = Math.max(difference, Math.abs(values[i] - other.values[i]));
        }
        return difference / largest;
    }
}
