package org.filterscope.ui.trace;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.filterscope.core.trace.ContributionTrace;
import org.filterscope.core.trace.TracedClass;
import org.filterscope.ui.display.AccessibleName;

/** The class that a trace is about: the best first, then all others by name. Belongs to the UI thread. */
final class ClassChoice {
    private static final int BEST = 5;

    private final Combo combo;
    private List<TracedClass> classes = List.of();

    /** @param chosen gets the name of the class that the person wants */
    ClassChoice(final Composite parent, final Consumer<String> chosen) {
        combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setToolTipText(Messages.ClassChoice_tip);
        combo.setVisibleItemCount(20);
        combo.addListener(SWT.Selection, event -> chosen.accept(classes.get(combo.getSelectionIndex()).name()));
        AccessibleName.give(combo, () -> Messages.ClassChoice_tip);
    }

    Combo control() {
        return combo;
    }

    void show(final ContributionTrace trace) {
        final List<TracedClass> best = trace.classes().stream().sorted(Comparator.comparingDouble((final TracedClass some) -> -some.logit()))
                .limit(BEST).toList();
        classes = Stream.concat(best.stream(), trace.classes().stream().filter(some -> !best.contains(some))
                .sorted(Comparator.comparing(TracedClass::name))).toList();
        combo.setItems(classes.stream().map(TraceNumbers::outcome).toArray(String[]::new));
        combo.select(classes.indexOf(trace.tracedClass()));
    }
}
