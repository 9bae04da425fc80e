package org.filterscope.ui.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.filterscope.core.protocol.AblationResult;
import org.filterscope.core.protocol.HeatResult;
import org.filterscope.core.protocol.ProgressReport;
import org.filterscope.core.trace.ContributionTrace;
import org.filterscope.core.trace.PictureFrame;
import org.filterscope.core.trace.TraceMethod;
import org.filterscope.core.trace.TraceText;
import org.filterscope.ide.Tracing;
import org.filterscope.ui.display.MessagePage;
import org.filterscope.ui.display.MessagePage.Offer;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.pictures.PictureFile;
import org.filterscope.ui.trace.Questions.Kind;
import org.filterscope.ui.trace.TraceRow.Place;

/** One picture and class: the sentence, the picture with heat, the tree, and what silencing filters does. Belongs to the UI thread. */
final class TracePane {
    /** Below this width the tree stands below the picture. */
    private static final int WIDE = 560;
    /** Below this height the ablation stands beside the tree, where there is room. */
    private static final int HIGH = 330;

    private final Tracing tracing;
    private final Listener listener;
    private final UiThread thread;
    private final ThemeColors colors;
    private final Questions questions;
    private final Composite control;
    private final StackLayout layout;
    private final MessagePage message;
    private final Composite content;
    private final Label sentence;
    private final ClassChoice classes;
    private final Label name;
    private final Label status;
    private final SashForm sides;
    private final SashForm facts;
    private final HeatCanvas canvas;
    private final Label caption;
    private final ContributionTree tree;
    private final AblationPane ablated;
    private Optional<TracedReport> report = Optional.empty();
    private Optional<TraceSubject> subject = Optional.empty();
    private Optional<ContributionTrace> trace = Optional.empty();
    /** What {@link #trace} is about, while {@link #subject} may be another one already. */
    private Optional<TraceSubject> answered = Optional.empty();
    private Optional<PictureFile> file = Optional.empty();
    private Optional<String> unseen = Optional.empty();
    private Optional<ShownHeat> heat = Optional.empty();
    private Optional<Place> wanted = Optional.empty();
    private HeatMethod method = HeatMethod.CONTRIBUTION;
    private Ablation ablation = Ablation.NONE;
    private String amount;
    private boolean exact = true;

    /** Hears what happens in a pane. */
    interface Listener {
        /** Another trace is on show. */
        void traced();

        /** Another heat has come. */
        void heated();

        /** The person has come to another row. */
        void selected(TracePane pane, TraceRow row);

        /** The person wants filters of a layer silenced, or given back. */
        void toggled(String layer, Set<Integer> filters);

        /** The person wants the trace of another class. */
        void classChosen(TracePane pane, int output);

        /** The person wants another picture. */
        void pictureWanted(TracePane pane);

        /** The person wants the tree on the clipboard. */
        void copied(TracePane pane);
    }

    TracePane(final Composite parent, final ThemeColors colors, final Tracing tracing, final String amount, final Listener listener) {
        this.tracing = tracing;
        this.listener = listener;
        this.amount = amount;
        this.colors = colors;
        thread = new UiThread(parent.getDisplay());
        questions = new Questions(thread);
        control = new Composite(parent, SWT.NONE);
        layout = new StackLayout();
        control.setLayout(layout);
        message = new MessagePage(control);
        content = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 2).margins(3, 2).applyTo(content);
        sentence = new Label(content, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(100, SWT.DEFAULT).applyTo(sentence);
        classes = new ClassChoice(content, output -> listener.classChosen(this, output));
        GridDataFactory.swtDefaults().applyTo(classes.control());
        name = new Label(content, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).applyTo(name);
        status = new Label(content, SWT.NONE);
        status.setForeground(colors.quiet());
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(60, SWT.DEFAULT).applyTo(status);
        sides = new SashForm(content, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(100, 80).applyTo(sides);
        final Composite left = new Composite(sides, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(left);
        caption = new Label(left, SWT.WRAP);
        caption.setForeground(colors.quiet());
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(caption);
        canvas = new HeatCanvas(left, colors);
        GridDataFactory.fillDefaults().grab(true, true).hint(100, 60).applyTo(canvas.control());
        facts = new SashForm(sides, SWT.VERTICAL | SWT.SMOOTH);
        tree = new ContributionTree(facts, colors, new ContributionTree.Listener() {
            @Override
            public void selected(final TraceRow row) {
                wanted = Optional.of(row.place());
                lookAt(row);
                listener.selected(TracePane.this, row);
            }

            @Override
            public void toggled(final String layer, final Set<Integer> filters) {
                listener.toggled(layer, filters);
            }

            @Override
            public void copied() {
                listener.copied(TracePane.this);
            }
        });
        ablated = new AblationPane(facts, colors);
        facts.setWeights(3, 2);
        reveal(false);
        sides.setWeights(34, 66);
        content.addListener(SWT.Resize, event -> fit());
        layout.topControl = message.control();
    }

    Composite control() {
        return control;
    }

    void setFocus() {
        if (layout.topControl == content) {
            tree.control().setFocus();
        } else {
            message.setFocus();
        }
    }

    Optional<ContributionTrace> trace() {
        return trace;
    }

    Optional<TraceSubject> subject() {
        return subject;
    }

    Optional<ShownHeat> heat() {
        return heat;
    }

    ContributionTree tree() {
        return tree;
    }

    Optional<Place> place() {
        return wanted;
    }

    /** The picture as it is on the screen. */
    Optional<ImageData> shot() {
        return canvas.shot();
    }

    /** Traces a picture; the one before stays on show until the answer is here. */
    void ask(final TracedReport of, final TraceSubject about) {
        final boolean another = subject.filter(before -> before.picture().equals(about.picture())).isEmpty();
        report = Optional.of(of);
        subject = Optional.of(about);
        if (another) {
            file = Optional.empty();
            unseen = Optional.empty();
            readPicture(about.picture());
        }
        askTrace(true);
    }

    /** Which row the next trace begins with, if it has one. */
    void begin(final Optional<Place> place) {
        wanted = place;
    }

    /** Whether, after the quick answer, gradients are integrated where contributions are not exact. */
    void exact(final boolean wished) {
        exact = wished;
    }

    /** The same once more. */
    void again() {
        subject.ifPresent(about -> report.ifPresent(of -> {
            heat = Optional.empty();
            readPicture(about.picture());
            askTrace(true);
        }));
    }

    /** Selects the row of a place, if there is one, and shows its heat. */
    void select(final Place place) {
        wanted = Optional.of(place);
        if (tree.reveal(place)) {
            tree.selection().findFirst().ifPresent(this::lookAt);
        }
    }

    void heat(final HeatMethod chosen) {
        method = chosen;
        tree.selection().findFirst().ifPresent(this::lookAt);
    }

    void hot(final boolean wished) {
        canvas.hot(wished);
    }

    /** @param by as in an ablation request */
    void silence(final Ablation silent, final String by) {
        final boolean same = ablation.equals(silent) && amount.equals(by);
        ablation = silent;
        amount = by;
        tree.silence(silent);
        if (!same) {
            askAblation();
        }
    }

    void scale(final ContributionScale scale) {
        tree.scale(scale);
    }

    /** @param full magnitude that has the last color */
    void scaleHeat(final double full) {
        heat.ifPresent(shown -> {
            canvas.heat(Optional.of(shown.grid()), full);
            say(HeatWords.of(shown.wanted(), shown.category(), shown.result(), full));
        });
    }

    void recolor() {
        if (!control.isDisposed()) {
            status.setForeground(colors.quiet());
            caption.setForeground(colors.quiet());
            control.redraw(0, 0, control.getSize().x, control.getSize().y, true);
        }
    }

    /** Gives up what was asked for. */
    void cancel() {
        questions.cancel();
    }

    /** Instead of a trace. */
    void explain(final String words, final List<Offer> offers) {
        message.show(words, offers);
        bring(message.control());
    }

    private void askTrace(final boolean quick) {
        final TraceSubject about = subject.orElseThrow();
        final TracedReport of = report.orElseThrow();
        final String picture = of.words(about.picture());
        questions.cancel(Kind.HEAT);
        if (trace.isEmpty()) {
            explain(NLS.bind(Messages.TracePane_tracing, picture), List.of(new Offer(Messages.TracePane_cancel, this::cancelTrace)));
        } else if (quick) {
            tell(NLS.bind(Messages.TracePane_tracing, picture));
        } else {
            tell(Messages.TracePane_integrating);
        }
        questions.ask(Kind.TRACE, tracing.trace(about.asked(of.configuration()), about.output(), quick, this::progress),
                new Questions.Receiver<ContributionTrace>() {
                    @Override
                    public void answered(final ContributionTrace answer) {
                        show(answer, quick);
                    }

                    @Override
                    public void failed(final String reason) {
                        fail(reason, quick);
                    }

                    @Override
                    public void cancelled() {
                        fail(NLS.bind(Messages.TracePane_cancelled, picture), quick);
                    }
                });
    }

    private void cancelTrace() {
        questions.cancel(Kind.TRACE);
        fail(NLS.bind(Messages.TracePane_cancelled, report.orElseThrow().words(subject.orElseThrow().picture())), true);
    }

    /** A trace that was shown before the better one failed stays; one of another picture does not. */
    private void fail(final String reason, final boolean quick) {
        if (!quick) {
            tell(NLS.bind(Messages.TracePane_notIntegrated, reason));
            return;
        }
        trace = Optional.empty();
        heat = Optional.empty();
        canvas.forget();
        tree.show(List.of(), ablation, Optional.empty());
        explain(reason, List.of(new Offer(Messages.TracePane_again, () -> askTrace(true)),
                new Offer(Messages.TracePane_other, () -> listener.pictureWanted(this))));
        listener.traced();
    }

    private void show(final ContributionTrace answer, final boolean quick) {
        // Another network may see another part of it.
        final boolean samePicture = trace.filter(before -> before.picture().frame().equals(answer.picture().frame())).isPresent()
                && answered.map(TraceSubject::picture).equals(subject.map(TraceSubject::picture));
        trace = Optional.of(answer);
        answered = subject;
        heat = Optional.empty();
        sentence.setText(new TraceText(answer).prediction().replace("&", "&&"));
        sentence.setToolTipText(String.join("\n", new TraceText(answer).lines()));
        classes.show(answer);
        name.setText(answer.picture().path().replace("&", "&&"));
        name.setToolTipText(answer.picture().file());
        if (!samePicture) {
            showPicture();
        }
        tree.show(TraceRows.of(answer), ablation, wanted);
        bring(content);
        content.layout(new Control[] {sentence, classes.control(), name});
        listener.traced();
        final boolean better = quick && exact && answer.layers().stream().anyMatch(layer -> layer.method() == TraceMethod.GRADIENT);
        tell(answer.model().remark());
        if (better) {
            askTrace(false);
        }
        tree.selection().findFirst().ifPresent(this::lookAt);
        if (!ablation.isEmpty() && !samePicture) {
            askAblation();
        }
    }

    private void readPicture(final Path picture) {
        questions.work(Kind.PIXELS, NLS.bind(Messages.TracePane_reading, picture), deliver -> {
            try {
                final PictureFile read = PictureFile.read(picture);
                deliver.accept(() -> {
                    file = Optional.of(read);
                    unseen = Optional.empty();
                    showPicture();
                });
            } catch (final IOException e) {
                deliver.accept(() -> {
                    unseen = Optional.of(e.getMessage());
                    showPicture();
                });
            }
        });
    }

    private void showPicture() {
        trace.filter(known -> answered.map(TraceSubject::picture).equals(subject.map(TraceSubject::picture))).ifPresent(known -> {
            final PictureFrame frame = known.picture().frame();
            final boolean same = file.filter(read -> read.rows() != frame.pictureRows() || read.cols() != frame.pictureCols()).isEmpty();
            if (!same) {
                unseen = Optional.of(Messages.TracePane_changed);
            }
            canvas.show(file.filter(read -> same), frame);
            unseen.ifPresent(this::say);
            listener.heated();
        });
    }

    private void lookAt(final TraceRow row) {
        canvas.outline(row.place().box());
        final Optional<HeatOf> of = method.of(row);
        if (of.isEmpty()) {
            questions.cancel(Kind.HEAT);
            heat = Optional.empty();
            canvas.heat(Optional.empty(), 0);
            say(row.place().layer().isEmpty() || method == HeatMethod.ACTIVATION && row.place().hasMaps()
                    ? NLS.bind(Messages.TracePane_noHeat, method.words())
                    : NLS.bind(Messages.TracePane_noMaps, row.place().layer()));
            listener.heated();
            return;
        }
        final ContributionTrace known = trace.orElseThrow();
        if (heat.filter(shown -> shown.wanted().equals(of.get()) && shown.output() == known.traced()).isPresent()) {
            questions.cancel(Kind.HEAT);
            return;
        }
        if (method.isDear()) {
            tell(NLS.bind(Messages.TracePane_heating, method.label()));
        }
        questions.ask(Kind.HEAT, tracing.heat(subject.orElseThrow().asked(report.orElseThrow().configuration()), known.traced(), method.key(),
                of.get().layer(), of.get().filter(), of.get().pattern(), this::progress), new Questions.Receiver<HeatResult>() {
                    @Override
                    public void answered(final HeatResult answer) {
                        showHeat(of.get(), known, answer);
                    }

                    @Override
                    public void failed(final String reason) {
                        noHeat(reason);
                    }

                    @Override
                    public void cancelled() {
                        noHeat(NLS.bind(Messages.TracePane_heatCancelled, method.words()));
                    }
                });
    }

    private void showHeat(final HeatOf of, final ContributionTrace about, final HeatResult answer) {
        try {
            heat = Optional.of(new ShownHeat(of, about.traced(), about.tracedClass().name(), answer, HeatGrid.of(answer)));
            quiet();
            listener.heated();
        } catch (final IllegalArgumentException e) {
            noHeat(NLS.bind(Messages.TracePane_badHeat, e.getMessage()));
        }
    }

    private void noHeat(final String reason) {
        heat = Optional.empty();
        canvas.heat(Optional.empty(), 0);
        quiet();
        say(reason);
        listener.heated();
    }

    private void askAblation() {
        if (ablation.isEmpty() || trace.isEmpty()) {
            questions.cancel(Kind.ABLATION);
            reveal(false);
            return;
        }
        reveal(true);
        final Ablation asked = ablation;
        final String by = amount;
        questions.ask(Kind.ABLATION, tracing.ablate(subject.orElseThrow().asked(report.orElseThrow().configuration()), asked.layer(),
                asked.sorted(), by, this::progress), new Questions.Receiver<AblationResult>() {
                    @Override
                    public void answered(final AblationResult answer) {
                        trace.ifPresent(known -> ablated.show(new AblationFacts(answer, asked, by, known.traced())));
                    }

                    @Override
                    public void failed(final String reason) {
                        ablated.tell(reason);
                    }

                    @Override
                    public void cancelled() {
                        ablated.tell(Messages.TracePane_ablationCancelled);
                    }
                });
    }

    private void reveal(final boolean changed) {
        ablated.control().setVisible(changed);
        facts.layout();
    }

    /** On a thread of the worker's. */
    private void progress(final ProgressReport report) {
        if (report.total() > 1) {
            thread.later(() -> {
                if (!control.isDisposed() && (questions.isAsking(Kind.TRACE) || questions.isAsking(Kind.HEAT) || questions.isAsking(Kind.ABLATION))) {
                    tell(NLS.bind(Messages.TracePane_progress, new Object[] {report.task(), report.done(), report.total()}));
                }
            });
        }
    }

    /** What is going on is over; what the trace lacks is told again. */
    private void quiet() {
        if (!questions.isAsking(Kind.TRACE)) {
            tell(trace.map(known -> known.model().remark()).orElse(""));
        }
    }

    private void tell(final String words) {
        status.setText(words.replace("&", "&&"));
        status.setToolTipText(words);
    }

    private void say(final String words) {
        canvas.describe(words);
        caption.setText(words.replace("&", "&&"));
        caption.getParent().layout(true, true);
    }

    private static void turn(final SashForm sash, final boolean beside) {
        final int orientation = beside ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (sash.getOrientation() != orientation) {
            sash.setOrientation(orientation);
        }
    }

    private void bring(final Control part) {
        if (layout.topControl != part) {
            layout.topControl = part;
            control.layout();
            fit();
        }
    }

    private void fit() {
        final int width = content.getClientArea().width;
        if (width > 0) {
            turn(sides, width >= WIDE);
            turn(facts, width >= 2 * WIDE && content.getClientArea().height < HIGH);
            ((GridData) sentence.getLayoutData()).widthHint = width - 8;
        }
    }
}
