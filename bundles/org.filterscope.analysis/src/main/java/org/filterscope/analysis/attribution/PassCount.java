package org.filterscope.analysis.attribution;

/**
 * What something costs.
 *
 * @param forward  pictures that go forwards through the network
 * @param backward of these, those whose gradient comes back
 */
public record PassCount(long forward, long backward) {

    static PassCount gradients(final long pictures) {
        return new PassCount(pictures, pictures);
    }

    static PassCount predictions(final long pictures) {
        return new PassCount(pictures, 0);
    }

    PassCount plus(final PassCount other) {
        return new PassCount(forward + other.forward, backward + other.backward);
    }
}
