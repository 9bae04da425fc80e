package org.filterscope.benchmark.engine;

import java.util.Locale;

import org.filterscope.engine.execution.FeatureMaps;

/** What is asked of a program. */
enum Work {
    /** The logits. */
    FORWARD {
        @Override
        float[] done(final Peer peer, final FeatureMaps pictures) {
            return peer.forward(pictures);
        }
    },
    /** Logits, and the derivative of one by the input. */
    GRADIENT {
        @Override
        float[] done(final Peer peer, final FeatureMaps pictures) {
            return peer.gradient(pictures);
        }
    },
    /** Logits, and the values of every layer: on the Java heap with Filterscope, wherever they are with others. */
    TAPS {
        @Override
        float[] done(final Peer peer, final FeatureMaps pictures) {
            return peer.tapped(pictures);
        }
    };

    abstract float[] done(Peer peer, FeatureMaps pictures);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
