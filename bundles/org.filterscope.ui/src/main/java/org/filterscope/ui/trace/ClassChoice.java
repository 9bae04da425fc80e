package org.filterscope.ui.trace;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.filterscope.core.trace.ContributionTrace;
import org.filterscope.core.trace.TracedClass;
import org.filterscope.ui.display.AccessibleName;

/** The class that a trace is about: the best first, then all others by name. Several outputs may have one name. Belongs to the UI thread. */
final class ClassChoice {
    private static final int BEST = 5;

    private final Combo combo;
    private List<Integer> outputs = List.of();

    /** @param chosen gets the number of the class that the person wants, among the network's outputs */
    ClassChoice(final Composite parent, final IntConsumer chosen) {
        combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setToolTipText(Messages.ClassChoice_tip);
        combo.setVisibleItemCount(20);
        combo.addListener(SWT.Selection, event -> chosen.accept(outputs.get(combo.getSelectionIndex())));
        AccessibleName.give(combo, () -> Messages.ClassChoice_tip);
    }

    Combo control() {
        return combo;
    }

    void show(final ContributionTrace trace) {
        final List<TracedClass> classes = trace.classes();
        final List<Integer> byLogit = IntStream.range(0, classes.size()).boxed()
                .sorted(Comparator.comparingDouble((final Integer output) -> -classes.get(output).logit())).toList();
        outputs = Stream.concat(byLogit.stream().limit(BEST), byLogit.stream().skip(BEST)
                .sorted(Comparator.comparing((final Integer output) -> classes.get(output).name()).thenComparing(Comparator.naturalOrder())))
                .toList();
        combo.setItems(outputs.stream().map(output -> words(classes, output)).toArray(String[]::new));
        combo.select(outputs.indexOf(trace.traced()));
    }

    private static String words(final List<TracedClass> classes, final int output) {
        final String words = TraceNumbers.outcome(classes.get(output));
        final boolean alone = classes.stream().filter(other -> other.name().equals(classes.get(output).name())).count() == 1;
        return alone ? words : NLS.bind(Messages.ClassChoice_output, words, output);
    }
}
