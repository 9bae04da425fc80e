package org.filterscope.ui.trace;

import java.text.DecimalFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.AblationRequest;
import org.filterscope.core.protocol.AblationResult;
import org.filterscope.ui.display.Bar;
import org.filterscope.ui.display.FactTable.Fact;

/**
 * A prediction as it is beside the one without some filters.
 *
 * @param ablation what was silenced
 * @param amount   what it was set to
 * @param traced   number of the class that the trace is about, among the network's outputs
 */
record AblationFacts(AblationResult result, Ablation ablation, String amount, int traced) {
    private static final int MOST_NAMED = 6;

    /** In a sentence. */
    String sentence() {
        final int now = best(result.logitsAfter());
        final int before = best(result.logitsBefore());
        final String change = NLS.bind(Messages.AblationFacts_change, new Object[] {result.classes().get(traced), number(result.before().get(traced)),
            number(result.after().get(traced)), TraceNumbers.signed(result.logitsAfter().get(traced) - result.logitsBefore().get(traced))});
        final String says = now == before ? NLS.bind(Messages.AblationFacts_still, result.classes().get(now))
                : NLS.bind(Messages.AblationFacts_now, result.classes().get(now), number(result.after().get(now)));
        return NLS.bind(Messages.AblationFacts_sentence, new Object[] {filters(), change, says, new DecimalFormat("0.00").format(result.seconds())});
    }

    /** One row a class, the most probable first. */
    List<Fact> facts() {
        final double low = Math.min(0, IntStream.range(0, result.classes().size())
                .mapToDouble(i -> Math.min(result.before().get(i), result.after().get(i))).min().orElse(0));
        final double high = result.probabilities() ? 1 : Math.max(0, IntStream.range(0, result.classes().size())
                .mapToDouble(i -> Math.max(result.before().get(i), result.after().get(i))).max().orElse(1));
        return IntStream.range(0, result.classes().size()).boxed()
                .sorted(Comparator.comparingDouble((final Integer index) -> -Math.max(result.before().get(index), result.after().get(index)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(index -> fact(index, low, high)).toList();
    }

    private Fact fact(final int index, final double low, final double high) {
        final double before = result.before().get(index);
        final double after = result.after().get(index);
        final double logit = result.logitsAfter().get(index) - result.logitsBefore().get(index);
        return new Fact(List.of(result.classes().get(index), number(before), number(after),
                result.probabilities() ? TraceNumbers.points(after - before) : TraceNumbers.signed(after - before), TraceNumbers.signed(logit)),
                Fact.raw(result.classes().get(index), before, after, after - before, logit), column -> switch (column) {
                    case 1 -> Optional.of(Bar.between(low, high, before));
                    case 2 -> Optional.of(Bar.between(low, high, after));
                    default -> Optional.empty();
                });
    }

    private String filters() {
        final List<Integer> numbers = ablation.sorted();
        final String named = numbers.stream().limit(MOST_NAMED).map(Object::toString).collect(Collectors.joining(", "));
        final String words = numbers.size() == 1 ? NLS.bind(Messages.AblationFacts_filter, named, ablation.layer())
                : numbers.size() <= MOST_NAMED ? NLS.bind(Messages.AblationFacts_filters, named, ablation.layer())
                        : NLS.bind(Messages.AblationFacts_many, new Object[] {numbers.size(), ablation.layer(), named});
        return NLS.bind(AblationRequest.MEAN.equals(amount) ? Messages.AblationFacts_mean : Messages.AblationFacts_zero, words);
    }

    private String number(final double value) {
        return result.probabilities() ? TraceNumbers.percent(value) : TraceNumbers.signed(value);
    }

    private static int best(final List<Double> logits) {
        return IntStream.range(0, logits.size()).boxed().max(Comparator.comparingDouble(logits::get)).orElse(0);
    }
}
