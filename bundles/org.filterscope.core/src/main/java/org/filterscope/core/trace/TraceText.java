package org.filterscope.core.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.filterscope.core.report.PixelBox;

/** A trace as sentences that a person can say. */
public final class TraceText {
    private static final int FOR = 4;
    private static final int AGAINST = 3;
    private static final int CHECKED = 3;
    private static final int PATTERNS = 3;
    /** A tenth of a point. */
    private static final double LEAST_POINT = 0.001;

    private final ContributionTrace trace;

    public TraceText(final ContributionTrace trace) {
        this.trace = trace;
    }

    /** All there is to say, the prediction first. */
    public List<String> lines() {
        final List<String> lines = new ArrayList<>();
        lines.add(prediction());
        rank().ifPresent(lines::add);
        for (final LayerTrace layer : trace.layers()) {
            lines.add(method(layer));
            lines.addAll(checks(layer));
            lines.addAll(patterns(layer));
            region(layer).ifPresent(lines::add);
        }
        place().ifPresent(lines::add);
        Stream.of(trace.noBreakdown(), trace.model().remark()).filter(sentence -> !sentence.isEmpty()).forEach(lines::add);
        return lines;
    }

    /**
     * The class and what speaks most for and against it in the layer nearest to the output: {@code freeway 91 %: filter 39 'freeway' +15.7, filter 7
     * 'car' +3.1; against: filter 3 'river' −2.0; 84 % parts, 9 % textures, 7 % not explained (…)}.
     */
    public String prediction() {
        final List<String> clauses = new ArrayList<>();
        if (!trace.layers().isEmpty()) {
            final LayerTrace layer = trace.layers().getFirst();
            final SignedNumbers numbers = numbers(layer);
            final String speaking = list(layer, numbers, 1, FOR);
            final String against = list(layer, numbers, -1, AGAINST);
            clauses.add(speaking.isEmpty() ? "no filter of layer %s speaks for it".formatted(layer.layer()) : speaking);
            if (!against.isEmpty()) {
                clauses.add("against: " + against);
            }
        }
        trace.breakdown().ifPresent(breakdown -> clauses.add(shares(breakdown)));
        return head(trace.tracedClass()) + (clauses.isEmpty() ? "" : ": " + String.join("; ", clauses));
    }

    private static String head(final TracedClass outcome) {
        return "%s %s".formatted(outcome.name(), outcome.probability().isPresent() ? SignedNumbers.percent(outcome.probability().getAsDouble())
                : SignedNumbers.upTo(Math.abs(outcome.logit())).plain(outcome.logit()));
    }

    private static String list(final LayerTrace layer, final SignedNumbers numbers, final int side, final int most) {
        final List<FilterTrace> speaking = layer.filters().stream().filter(filter -> side * filter.contribution() > 0)
                .sorted(Comparator.comparingDouble(filter -> -side * filter.contribution())).toList();
        final List<String> named = new ArrayList<>();
        for (final FilterTrace filter : speaking.subList(0, Math.min(most, speaking.size()))) {
            named.add("%s %s".formatted(filter(filter), numbers.of(filter.contribution())));
        }
        if (speaking.size() > most) {
            named.add("%s %s".formatted(count(speaking.size() - most, "other", "others"),
                    numbers.of(speaking.stream().skip(most).mapToDouble(FilterTrace::contribution).sum())));
        }
        return String.join(", ", named);
    }

    private static String filter(final FilterTrace filter) {
        return "filter %d%s".formatted(filter.filter(), filter.words().isEmpty() ? "" : " '%s'".formatted(filter.words()));
    }

    private static String count(final int number, final String one, final String many) {
        return "%d %s".formatted(number, number == 1 ? one : many);
    }

    private static String shares(final Breakdown breakdown) {
        final long parts = Math.round(100 * breakdown.parts());
        final long textures = Math.min(100 - parts, Math.round(100 * breakdown.textures()));
        return "%d %% parts, %d %% textures, %d %% not explained (layer %s, %s)".formatted(parts, textures, 100 - parts - textures,
                breakdown.layer(), breakdown.definition().words());
    }

    /** What the network says first, where that is another class. */
    Optional<String> rank() {
        if (trace.rank() == 1) {
            return Optional.empty();
        }
        final TracedClass first = trace.classes().stream().max(Comparator.comparingDouble(TracedClass::logit)).orElseThrow();
        return Optional.of("%s is choice %d of %d; the first is %s.".formatted(trace.tracedClass().name(), trace.rank(), trace.classes().size(),
                head(first)));
    }

    /** How far a layer's contributions can be trusted. */
    String method(final LayerTrace layer) {
        final SignedNumbers numbers = numbers(layer);
        final String sums = "Layer %s: its %s to a logit of %s that without them would be %s".formatted(layer.layer(),
                "%s %s %s".formatted(count(layer.filters().size(), "filter", "filters"), layer.filters().size() == 1 ? "adds" : "add",
                        numbers.plain(layer.attributed())), numbers.plain(layer.logit()), numbers.plain(layer.baseline()));
        final String missed = layer.error().isPresent() ? "miss the difference by %s".formatted(SignedNumbers.percent(layer.error().getAsDouble()))
                : "are given where there is no difference";
        return switch (layer.method()) {
            case EXACT -> sums + "; exact, because all layers above are affine.";
            case INTEGRATED -> "%s; integrated gradients, which %s.".formatted(sums, missed);
            case GRADIENT -> "%s; gradient × activation, which holds for small changes only: the contributions %s.".formatted(sums, missed);
        };
    }

    /** What silencing the strongest filters does. */
    List<String> checks(final LayerTrace layer) {
        return strongest(layer).filter(filter -> filter.ablation().isPresent()).limit(CHECKED).map(filter -> {
            final AblationChange change = filter.ablation().orElseThrow();
            return "Without %s of layer %s the logit changes by %s%s.".formatted(filter(filter), layer.layer(), numbers(layer).of(change.logit()),
                    change.probability().isPresent() ? probability(change.probability().getAsDouble()) : "");
        }).toList();
    }

    private static String probability(final double change) {
        return Math.abs(change) < LEAST_POINT ? ", the probability by less than 0.1 points"
                : " and the probability by %s points".formatted(new SignedNumbers(1).of(100 * change));
    }

    /** Which part patterns the strongest filters consist of. */
    List<String> patterns(final LayerTrace layer) {
        final SignedNumbers numbers = numbers(layer);
        return strongest(layer).filter(filter -> !filter.patterns().isEmpty()).limit(CHECKED).map(filter -> {
            final List<String> named = new ArrayList<>();
            double rest = filter.contribution();
            for (final PatternTrace pattern : filter.patterns().subList(0, Math.min(PATTERNS, filter.patterns().size()))) {
                named.add(String.format(Locale.ROOT, "%s %d%s %s at row %.0f, column %.0f", 
                        pattern.partLike() ? "part pattern" : "texture pattern", pattern.index(),
                        pattern.part().isEmpty() ? "" : " '%s'".formatted(pattern.part()), numbers.of(pattern.contribution()), pattern.row(),
                        pattern.col()));
                rest -= pattern.contribution();
            }
            return "In %s of layer %s: %s; all else %s.".formatted(filter(filter), layer.layer(), String.join(", ", named), numbers.of(rest));
        }).toList();
    }

    /** Where what speaks most for the class lies. */
    Optional<String> region(final LayerTrace layer) {
        return layer.regions().stream().filter(region -> region.contribution() > 0).findFirst()
                .map(region -> "In layer %s a region of %s, %s, adds %s.".formatted(layer.layer(), count(region.positions(), "position", "positions"),
                        box(region.box()), numbers(layer).of(region.contribution())));
    }

    /** Where the class is. */
    Optional<String> place() {
        return trace.box().map(box -> "By %s of layer %s it is in %s of the network's input.".formatted(box.method(), box.layer(), box(box.box())));
    }

    private static String box(final PixelBox box) {
        return "rows %d to %d and columns %d to %d".formatted(box.top(), box.bottom() - 1, box.left(), box.right() - 1);
    }

    private static Stream<FilterTrace> strongest(final LayerTrace layer) {
        return layer.filters().stream().sorted(Comparator.comparingDouble(filter -> -Math.abs(filter.contribution())));
    }

    private static SignedNumbers numbers(final LayerTrace layer) {
        return SignedNumbers.upTo(layer.filters().stream().mapToDouble(filter -> Math.abs(filter.contribution())).max().orElse(0));
    }
}
