package org.filterscope.engine.device;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NVIDIA's number for a family of GPUs: machine code for {@code major.n} runs on {@code major.m} where m is at least n, and on no other family.
 *
 * @param major the family
 * @param minor the member
 */
public record ComputeCapability(int major, int minor) {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

    /** @return empty when it is no such number */
    static Optional<ComputeCapability> parse(final String text) {
        final Matcher found = NUMBER.matcher(text);
        return found.matches() ? Optional.of(new ComputeCapability(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                : Optional.empty();
    }

    /** Whether a GPU of this capability runs machine code made for the other. */
    boolean runs(final ComputeCapability code) {
        return major == code.major && minor >= code.minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
