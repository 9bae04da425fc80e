package org.filterscope.platform;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Names an artifact, whatever its version. Sorts by group, then by name. */
record Coordinates(String group, String name) implements Comparable<Coordinates> {
    private static final Pattern ALLOWED = Pattern.compile("[\\w.-]+");
    private static final Comparator<Coordinates> ORDER = Comparator.comparing(Coordinates::group).thenComparing(Coordinates::name);

    Coordinates {
        if (!ALLOWED.matcher(group).matches() || !ALLOWED.matcher(name).matches()) {
            throw new Complaint("'" + group + ":" + name + "' does not name an artifact.");
        }
    }

    @Override
    public int compareTo(final Coordinates other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return group + ":" + name;
    }
}
