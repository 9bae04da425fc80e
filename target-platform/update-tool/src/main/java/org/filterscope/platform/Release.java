package org.filterscope.platform;

import org.eclipse.aether.version.Version;

/** One published version of an artifact. */
record Release(Coordinates coordinates, Version version) {
    /** @param other may be null: anything is newer than nothing */
    boolean isNewerThan(final Release other) {
        return other == null || version.compareTo(other.version) > 0;
    }

    Pin pin() {
        return new Pin(coordinates, version.toString());
    }

    @Override
    public String toString() {
        return pin().toString();
    }
}
