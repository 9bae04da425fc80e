package org.filterscope.analysis.flaws;

import java.util.Arrays;
import java.util.Random;

/**
 * Groups of points that lie near each other: k-means with the first centres spread by lot (Lloyd 1982; Arthur and Vassilvitskii 2007).
 *
 * @param centres {@code [cluster][coordinate]}
 */
record Clusters(double[][] centres) {
    private static final int MOST_ROUNDS = 50;

    /**
     * @param points {@code [point][coordinate]}, at least one
     * @param count  of the clusters at most
     */
    static Clusters of(final double[][] points, final int count, final long seed) {
        final Clusters clusters = new Clusters(first(points, count, new Random(seed)));
        int[] before = new int[0];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            final int[] now = Arrays.stream(points).mapToInt(clusters::nearest).toArray();
            if (Arrays.equals(before, now)) {
                break;
            }
            clusters.move(points, now);
            before = now;
        }
        return clusters;
    }

    private static double[][] first(final double[][] points, final int count, final Random random) {
        final double[][] centres = new double[Math.min(count, points.length)][];
        final double[] distances = new double[points.length];
        Arrays.fill(distances, 1);
        for (int i = 0; i < centres.length; i++) {
            double lot = random.nextDouble() * Arrays.stream(distances).sum();
            int chosen = 0;
            while (chosen < points.length - 1 && (lot -= distances[chosen]) > 0) {
                chosen++;
            }
            centres[i] = points[chosen].clone();
            for (int point = 0; point < points.length; point++) {
                final double distance = distance(points[point], centres[i]);
                distances[point] = i == 0 ? distance : Math.min(distances[point], distance);
            }
        }
        return centres;
    }

    private void move(final double[][] points, final int[] clusters) {
        for (int cluster = 0; cluster < centres.length; cluster++) {
            final double[] sum = new double[centres[cluster].length];
            int members = 0;
            for (int point = 0; point < points.length; point++) {
                if (clusters[point] == cluster) {
                    members++;
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] += points[point][i];
                    }
                }
            }
            for (int i = 0; members > 0 && i < sum.length; i++) {
                centres[cluster][i] = sum[i] / members;
            }
        }
    }

    /** The cluster whose centre is nearest; of equally near ones the first. */
    int nearest(final double[] point) {
        int nearest = 0;
        for (int cluster = 1; cluster < centres.length; cluster++) {
            nearest = distance(point, centres[cluster]) < distance(point, centres[nearest]) ? cluster : nearest;
        }
        return nearest;
    }

    private static double distance(final double[] one, final double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }
}
