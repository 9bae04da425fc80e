package org.filterscope.ui.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Tree;
import org.filterscope.core.protocol.AblationRequest;
import org.filterscope.ide.Tracing;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.PictureSelection;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.trace.TraceRow.Place;

/** The view's content when it shows traces: one, or two beside each other with the same scales. Belongs to the UI thread. */
final class TracePage {
    /** Below this width traces stand one below the other. */
    private static final int WIDE = 760;
    /** The list of methods, with what they cost, is wider when it opens. */
    private static final int METHOD_WIDTH = 230;

    private final Tracing tracing;
    private final ThemeColors colors;
    private final Listener listener;
    private final Composite control;
    private final Combo methods;
    private final Link offer;
    private final SashForm sash;
    private final List<TracePane> panes = new ArrayList<>();
    private Optional<TracedReport> report = Optional.empty();
    private Optional<PictureSelection> offered = Optional.empty();
    private HeatMethod method = HeatMethod.CONTRIBUTION;
    private Ablation ablation = Ablation.NONE;
    private String amount = AblationRequest.ZERO;
    private boolean hot = true;
    private boolean exact = true;

    /** Hears what a person does. */
    interface Listener {
        /** The filters that are selected by now. */
        void selected(List<FilterSelection> filters);

        /** The person wants another picture in a pane. */
        void pictureWanted(int pane);

        /** The person wants a pane's tree on the clipboard. */
        void copied(int pane);

        /** Which filters are silent has changed, or what is on show. */
        void changed();

        /** A pane was made: it may get a context menu and take what is dropped. */
        void made(Composite pane, Tree tree);
    }

    TracePage(final Composite parent, final ThemeColors colors, final Tracing tracing, final Listener listener) {
        this.tracing = tracing;
        this.colors = colors;
        this.listener = listener;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        final Composite bar = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(3, 2).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        new Label(bar, SWT.NONE).setText(Messages.TracePage_heat);
        methods = new Combo(bar, SWT.DROP_DOWN | SWT.READ_ONLY);
        methods.setItems(HeatMethod.labels().toArray(String[]::new));
        GridDataFactory.swtDefaults().hint(METHOD_WIDTH, SWT.DEFAULT).applyTo(methods);
        methods.setVisibleItemCount(HeatMethod.values().length);
        methods.setToolTipText(Messages.TracePage_heatTip);
        methods.addListener(SWT.Selection, event -> heat(HeatMethod.values()[methods.getSelectionIndex()]));
        AccessibleName.give(methods, () -> Messages.TracePage_heatTip);
        offer = new Link(bar, SWT.NONE);
        offer.addListener(SWT.Selection, event -> takeOffer());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(60, SWT.DEFAULT).applyTo(offer);
        sash = new SashForm(control, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        methods.select(method.ordinal());
        add();
        control.addListener(SWT.Resize, event -> fit());
    }

    Composite control() {
        return control;
    }

    void setFocus() {
        panes.getFirst().setFocus();
    }

    List<TracePane> panes() {
        return List.copyOf(panes);
    }

    HeatMethod method() {
        return method;
    }

    Ablation ablation() {
        return ablation;
    }

    String amount() {
        return amount;
    }

    /** Another report: what was silenced of the other one's network sounds again. */
    void open(final TracedReport other) {
        if (report.filter(before -> before.directory().equals(other.directory())).isEmpty()) {
            ablation = Ablation.NONE;
            panes.forEach(pane -> pane.silence(ablation, amount));
        }
        report = Optional.of(other);
    }

    /** @param index 1: beside the first, which is opened if need be */
    void trace(final int index, final TraceSubject subject) {
        while (panes.size() <= index) {
            add();
            panes.getLast().begin(panes.getFirst().place());
        }
        report.ifPresent(of -> panes.get(index).ask(of, subject));
        withdrawOffer();
        listener.changed();
    }

    /** The first alone. */
    void alone() {
        while (panes.size() > 1) {
            final TracePane last = panes.removeLast();
            last.cancel();
            last.control().dispose();
        }
        sash.layout();
        rescale();
        listener.changed();
    }

    void heat(final HeatMethod chosen) {
        method = chosen;
        methods.select(chosen.ordinal());
        panes.forEach(pane -> pane.heat(chosen));
    }

    void hot(final boolean wanted) {
        hot = wanted;
        panes.forEach(pane -> pane.hot(wanted));
    }

    void exact(final boolean wanted) {
        exact = wanted;
        panes.forEach(pane -> pane.exact(wanted));
    }

    /** @param by as in an ablation request */
    void amount(final String by) {
        amount = by;
        panes.forEach(pane -> pane.silence(ablation, by));
    }

    void toggleSelected() {
        focused().tree().toggleSelected();
    }

    void soundAll() {
        ablation = Ablation.NONE;
        panes.forEach(pane -> pane.silence(ablation, amount));
        listener.changed();
    }

    void again() {
        panes.forEach(TracePane::again);
    }

    /** The pane that the person works in. */
    TracePane focused() {
        return panes.stream().filter(pane -> contains(pane, control.getDisplay().getFocusControl())).findFirst().orElse(panes.getFirst());
    }

    /** Selects a filter that another view has come to, without telling. */
    void follow(final FilterSelection filter) {
        if (report.filter(of -> of.directory().equals(filter.report())).isPresent()) {
            panes.stream().filter(pane -> pane.trace().isPresent()).filter(pane -> pane.tree().selection().map(TraceRow::place)
                    .noneMatch(place -> place.layer().equals(filter.layer()) && place.filter() == filter.channel()))
                    .forEach(pane -> pane.select(new Place(filter.layer(), true, filter.channel(), -1, Optional.empty())));
        }
    }

    /** Offers to trace a picture that is selected in another view. */
    void offer(final PictureSelection picture) {
        if (report.filter(of -> of.directory().equals(picture.report())).isPresent()) {
            offered = Optional.of(picture).filter(some -> panes.getFirst().subject().map(TraceSubject::picture)
                    .filter(file(some)::equals).isEmpty());
            offer.setText(offered.map(some -> NLS.bind(Messages.TracePage_offer, some.picture().replace("&", "&&").replace("<", "\u2039")
                    .replace(">", "\u203a"))).orElse(""));
        }
    }

    void recolor() {
        panes.forEach(TracePane::recolor);
    }

    void cancel() {
        panes.forEach(TracePane::cancel);
    }

    private Path file(final PictureSelection picture) {
        return report.orElseThrow().file(picture.picture());
    }

    private void takeOffer() {
        offered.ifPresent(picture -> trace(0, new TraceSubject(file(picture))));
    }

    private void withdrawOffer() {
        offered = Optional.empty();
        offer.setText("");
    }

    private void add() {
        final TracePane pane = new TracePane(sash, colors, tracing, amount, new TracePane.Listener() {
            @Override
            public void traced() {
                rescale();
                listener.changed();
            }

            @Override
            public void heated() {
                rescaleHeat();
            }

            @Override
            public void selected(final TracePane from, final TraceRow row) {
                panes.stream().filter(other -> other != from && other.trace().isPresent()).forEach(other -> other.select(row.place()));
                tell(from);
            }

            @Override
            public void toggled(final String layer, final Set<Integer> filters) {
                ablation = ablation.toggled(layer, filters);
                panes.forEach(each -> each.silence(ablation, amount));
                listener.changed();
            }

            @Override
            public void classChosen(final TracePane from, final int output) {
                from.subject().ifPresent(subject -> trace(panes.indexOf(from), subject.of(output)));
            }

            @Override
            public void pictureWanted(final TracePane from) {
                listener.pictureWanted(panes.indexOf(from));
            }

            @Override
            public void copied(final TracePane from) {
                listener.copied(panes.indexOf(from));
            }
        });
        pane.hot(hot);
        pane.exact(exact);
        pane.heat(method);
        pane.silence(ablation, amount);
        panes.add(pane);
        listener.made(pane.control(), pane.tree().control());
        sash.layout();
    }

    private void tell(final TracePane from) {
        report.ifPresent(of -> listener.selected(from.tree().selection().filter(row -> row.place().filter() >= 0)
                .map(row -> new FilterSelection(of.directory(), row.place().layer(), row.place().filter())).distinct().toList()));
    }

    private void rescale() {
        final ContributionScale scale = ContributionScale.of(panes.stream().flatMap(pane -> pane.trace().stream()).toList());
        panes.forEach(pane -> pane.scale(scale));
    }

    /** Heats of the same thing have the same scale, whichever is hotter. */
    private void rescaleHeat() {
        for (final TracePane pane : panes) {
            pane.heat().ifPresent(shown -> pane.scaleHeat(panes.stream().flatMap(other -> other.heat().stream())
                    .filter(other -> other.wanted().equals(shown.wanted())).mapToDouble(other -> other.grid().largest()).max().orElse(0)));
        }
    }

    private static boolean contains(final TracePane pane, final Control focus) {
        return Stream.iterate(focus, Objects::nonNull, Control::getParent).anyMatch(pane.control()::equals);
    }

    private void fit() {
        final int orientation = control.getClientArea().width >= WIDE ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (sash.getOrientation() != orientation) {
            sash.setOrientation(orientation);
        }
    }
}
