package org.filterscope.analysis.flaws;

import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.BinomialTail;
import org.filterscope.analysis.statistics.PictureBootstrap;
import org.filterscope.analysis.statistics.PictureBootstrap.Interval;

/**
 * What small changes do to a class.
 *
 * @param output   that stands for it
 * @param pictures of it that are classified right as they are; at least one
 * @param changed  what is predicted with the changes
 */
record FragileClass(int output, int[] pictures, SmallChange.Predictions changed) {

    /** How many become another class when they are changed against theirs. */
    int turned(final int strength) {
        return (int) IntStream.of(changed.attacked()[strength]).filter(prediction -> prediction != output).count();
    }

    /** How many become another class when they are changed at random. */
    int turnedByNoise(final int strength) {
        return (int) IntStream.of(changed.noise()[strength]).filter(prediction -> prediction != output).count();
    }

    /** Share of the pictures that turns, less that which turns at random. */
    double share(final int strength) {
        return (double) (turned(strength) - turnedByNoise(strength)) / pictures.length;
    }

    /** 95 % interval of the same over the pictures. */
    Interval interval(final int strength, final long seed) {
        return new PictureBootstrap(pictures.length, seed).of(drawn -> {
            int balance = 0;
            for (int i = 0; i < drawn.length; i++) {
                balance += drawn[i] * balance(strength, i);
            }
            return new double[] {(double) balance / pictures.length};
        }).getFirst();
    }

    private int balance(final int strength, final int picture) {
        return (changed.attacked()[strength][picture] == output ? 0 : 1) - (changed.noise()[strength][picture] == output ? 0 : 1);
    }

    /** Of so many more by accident, with the weakest change. */
    double chance() {
        final int worse = (int) IntStream.range(0, pictures.length).filter(i -> balance(0, i) > 0).count();
        final int better = (int) IntStream.range(0, pictures.length).filter(i -> balance(0, i) < 0).count();
        return BinomialTail.sign(worse, better);
    }

    /** Indices of the pictures that the weakest change turns. */
    int[] lost() {
        return IntStream.range(0, pictures.length).filter(i -> changed.attacked()[0][i] != output).toArray();
    }
}
