package org.filterscope.benchmark.engine;

import java.util.Locale;

import org.filterscope.engine.execution.FeatureMaps;

/** What is asked of a program. */
enum Work {
    /** The logits. */
    FORWARD(1e-3) {
        @Override
        float[] done(final Peer peer, final FeatureMaps pictures) {
            return peer.forward(pictures);
        }
    },
    /**
     * Logits, and the derivative of one by the input. Where a rectifier stands within rounding of zero, its gradient comes through in one program and not
     * in the other: a change of the pictures by 3e-7 alone makes it differ by up to 6e-3.
     */
    GRADIENT(3e-2) {
        @Override
        float[] done(final Peer peer, final FeatureMaps pictures) {
            return peer.gradient(pictures);
        }
    },
    /** Logits, and the values of the layers that a diagnosis looks into. */
    DIAGNOSED(1e-3) {
        @Override
        float[] done(final Peer peer, final FeatureMaps pictures) {
            return peer.tapped(pictures, Taps.DIAGNOSED);
        }
    },
    /** Logits, and the values of every layer after its rectifier. */
    ACTIVATIONS(1e-3) {
        @Override
        float[] done(final Peer peer, final FeatureMaps pictures) {
            return peer.tapped(pictures, Taps.ACTIVATIONS);
        }
    },
    /** Logits, and the results of all operations. */
    TAPS(1e-3) {
        @Override
        float[] done(final Peer peer, final FeatureMaps pictures) {
            return peer.tapped(pictures, Taps.ALL);
        }
    };

    private final double same;

    Work(final double same) {
        this.same = same;
    }

    /** By how much of the largest value two programs may differ: float32 sums in another order, twenty layers and more. */
    double same() {
        return same;
    }

    abstract float[] done(Peer peer, FeatureMaps pictures);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
