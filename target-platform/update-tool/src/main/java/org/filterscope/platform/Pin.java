package org.filterscope.platform;

import java.util.regex.Pattern;

/** An artifact in the one version that is written down. */
record Pin(Coordinates coordinates, String version) {
    private static final Pattern ALLOWED = Pattern.compile("[\\w.+-]+");

    Pin {
        if (!ALLOWED.matcher(version).matches()) {
            throw new Complaint("'" + version + "' is no version of " + coordinates + ".");
        }
    }

    @Override
    public String toString() {
        return coordinates + ":" + version;
    }
}
