package org.filterscope.analysis.repair;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds the lowest point of a smooth convex function. Source: Nocedal and Wright, Numerical Optimization, 2nd edition 2006, algorithms 7.4 and
 * 7.5 (limited-memory BFGS), with a step that is halved until it brings enough (Armijo).
 */
final class LimitedMemoryBfgs {
    private static final int MEMORY = 10;
    private static final int MOST_STEPS = 500;
    private static final int MOST_HALVINGS = 50;
    private static final double ENOUGH = 1e-4;
    private static final double SMALL = 1e-7;

    private final Function function;
    private final Deque<Step> steps = new ArrayDeque<>();

    /** A function of many numbers. */
    @FunctionalInterface
    interface Function {
        /**
         * @param at       where
         * @param gradient to be filled
         * @return the value
         */
        double value(double[] at, double[] gradient);
    }

    /** A step and how the gradient changed by it. */
    private record Step(double[] move, double[] turn, double product) {
    }

    LimitedMemoryBfgs(final Function function) {
        this.function = function;
    }

    /** Where the gradient's length is small. */
    double[] minimum(final double[] start) {
        double[] at = start.clone();
        double[] gradient = new double[at.length];
        double value = function.value(at, gradient);
        for (int step = 0; step < MOST_STEPS && Math.sqrt(dot(gradient, gradient)) > SMALL; step++) {
            final double[] direction = direction(gradient);
            final double slope = dot(gradient, direction);
            final double[] next = new double[at.length];
            final double[] turned = new double[at.length];
            double length = steps.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            double found = Double.POSITIVE_INFINITY;
            for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
                for (int i = 0; i < next.length; i++) {
                    next[i] = at[i] + length * direction[i];
                }
                found = function.value(next, turned);
                if (found <= value + ENOUGH * length * slope) {
                    break;
                }
            }
            if (!(found < value)) {
                return at;
            }
            remember(at, next, gradient, turned);
            at = next;
            gradient = turned;
            value = found;
        }
        return at;
    }

    private void remember(final double[] from, final double[] to, final double[] before, final double[] after) {
        final double[] move = difference(to, from);
        final double[] turn = difference(after, before);
        final double product = dot(move, turn);
        if (product > 0) {
            steps.addLast(new Step(move, turn, product));
            if (steps.size() > MEMORY) {
                steps.removeFirst();
            }
        }
    }

    private double[] direction(final double[] gradient) {
        final double[] direction = new double[gradient.length];
        add(gradient, -1, direction);
        final double[] shares = new double[steps.size()];
        int i = 0;
        for (final var newest = steps.descendingIterator(); newest.hasNext(); i++) {
            final Step step = newest.next();
            shares[i] = dot(step.move(), direction) / step.product();
            add(step.turn(), -shares[i], direction);
        }
        if (!steps.isEmpty()) {
            final Step last = steps.getLast();
            final double scale = last.product() / dot(last.turn(), last.turn());
            for (int k = 0; k < direction.length; k++) {
                direction[k] *= scale;
            }
        }
        for (final Step step : steps) {
            i--;
            add(step.move(), shares[i] - dot(step.turn(), direction) / step.product(), direction);
        }
        return direction;
    }

    private static void add(final double[] what, final double times, final double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static double[] difference(final double[] one, final double[] other) {
        final double[] difference = new double[one.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = one[i] - other[i];
        }
        return difference;
    }

    private static double dot(final double[] one, final double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
