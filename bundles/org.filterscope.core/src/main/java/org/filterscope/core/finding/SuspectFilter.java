package org.filterscope.core.finding;

/**
 * A filter that a finding is about.
 *
 * @param layer       its name
 * @param channel     its number
 * @param fingerprint of its weights, see docs/methods/fingerprint.md; empty when not known
 * @param share       of the harm that it carries, 0 to 1
 */
public record SuspectFilter(String layer, int channel, String fingerprint, double share) {

    public SuspectFilter {
        if (channel < 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("no filter %d with a share of %s".formatted(channel, share));
        }
    }
}
