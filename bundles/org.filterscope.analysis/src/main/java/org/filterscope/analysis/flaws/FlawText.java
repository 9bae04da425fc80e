package org.filterscope.analysis.flaws;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and names in the sentences of findings. */
final class FlawText {

    private FlawText() {
    }

    /** Such as {@code filter 39} or {@code filters 39, 4 and 12}. */
    static String filters(final int[] channels) {
        return (channels.length == 1 ? "filter " : "filters ") + list(Arrays.stream(channels).mapToObj(Integer::toString).toList());
    }

    static String list(final List<String> items) {
        final int last = items.size() - 1;
        return last < 1 ? String.join("", items) : items.stream().limit(last).collect(Collectors.joining(", ")) + " and " + items.get(last);
    }

    /** Such as {@code 62 %}. */
    static String percent(final double share) {
        return Math.round(100 * share) + " %";
    }

    /** Such as {@code −31 points}. */
    static String points(final double change) {
        final long points = Math.round(100 * change);
        final String sign = points < 0 ? "−" : points > 0 ? "+" : "";
        return String.format(Locale.ROOT, "%s%d point%s", sign, Math.abs(points), Math.abs(points) == 1 ? "" : "s");
    }
}
