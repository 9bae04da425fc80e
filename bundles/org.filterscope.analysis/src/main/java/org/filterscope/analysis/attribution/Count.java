package org.filterscope.analysis.attribution;

/** Checks what constructors are given. */
final class Count {

    private Count() {
    }

    /** @throws IllegalArgumentException when there is not at least one */
    static int positive(final int count, final String of) {
        if (count < 1) {
            throw new IllegalArgumentException("%d %s".formatted(count, of));
        }
        return count;
    }
}
