package org.filterscope.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

import org.filterscope.core.trace.HeatTrace;

/** Heat maps as a table: what each cost, and whether it can be trusted. */
record HeatText(List<HeatTrace> heats) {
    private static final List<String> HEADER = List.of("heat map", "layer", "forward", "backward", "seconds", "incomplete", "deletion", "insertion",
            "shuffled", "file");
    private static final Set<Integer> WORDS = Set.of(0, 1, 9);

    List<String> lines() {
        final TextTable table = new TextTable(WORDS, HEADER);
        final List<String> remarks = new ArrayList<>();
        for (final HeatTrace heat : heats) {
            if (heat.remark().isEmpty()) {
                table.add(List.of(heat.method(), heat.layer(), Long.toString(heat.forward()), Long.toString(heat.backward()),
                        number("%.2f", OptionalDouble.of(heat.seconds())), number("%.4f", heat.completeness()), number("%.3f", heat.deletion()),
                        number("%.3f", heat.insertion()), number("%.2f", heat.shuffled()), heat.file()));
            } else {
                remarks.add("No %s: %s".formatted(heat.method(), heat.remark()));
            }
        }
        final List<String> lines = new ArrayList<>(table.isEmpty() ? List.of() : table.lines());
        lines.addAll(remarks);
        return lines;
    }

    private static String number(final String format, final OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
    }
}
