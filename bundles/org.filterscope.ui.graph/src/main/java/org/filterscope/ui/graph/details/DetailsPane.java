package org.filterscope.ui.graph.details;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.filterscope.core.graph.AveragePatch;
import org.filterscope.core.graph.GraphEdge;
import org.filterscope.core.graph.GraphHeading;
import org.filterscope.core.graph.GraphPattern;
import org.filterscope.core.graph.PatternScore;
import org.filterscope.core.graph.Places;
import org.filterscope.ui.display.Bar;
import org.filterscope.ui.display.Decimals;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.FactTable.Fact;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.WrappingText;
import org.filterscope.ui.graph.details.GalleryCanvas.Cutting;
import org.filterscope.ui.graph.model.Mark;
import org.filterscope.ui.graph.model.Picture;
import org.filterscope.ui.graph.read.GraphReading;
import org.filterscope.ui.pictures.ThumbnailStore;

/**
 * Tells about the selected pattern, filter or layer: its name and words first, then pictures, then bars and numbers. What there is nothing of takes
 * no room. Belongs to the UI thread.
 */
public final class DetailsPane {
    private static final int MOST_PICTURES = 10;
    private static final int MOST_MARKED = 40;
    private static final int TABLE_ROW = 26;

    private final ScrolledComposite control;
    private final Composite content;
    private final Label title;
    private final WrappingText sentence;
    private final Composite pictures;
    private final WrappingText pictureWords;
    private final PictureCanvas picture;
    private final Button heat;
    private Optional<PictureCanvas.Shown> onPicture = Optional.empty();
    private final Composite offsets;
    private final OffsetsCanvas arrows;
    private final Composite gallery;
    private final GalleryCanvas cuttings;
    private final Composite numbers;
    private final FactTable table;
    private Optional<Subject> subject = Optional.empty();
    private Optional<Mark> mark = Optional.empty();
    /** Whether sizes are to be found anew, which happens soon. */
    private boolean unfitted;

    /** The graph that is told about. */
    public record Subject(MarkWords words, GraphReading reading, ThumbnailStore thumbnails) {
    }

    /** What is read for a pattern. */
    private record Read(GraphPattern pattern, List<GraphEdge> parents, Places places, Optional<AveragePatch> patch) {
    }

    /** @param choosePicture gets the number of the picture that the person wants to see */
    public DetailsPane(final Composite parent, final ThemeColors colors, final IntConsumer choosePicture) {
        control = new ScrolledComposite(parent, SWT.V_SCROLL);
        control.setExpandHorizontal(true);
        control.setExpandVertical(true);
        control.setShowFocusedControl(true);
        content = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(5, 6).applyTo(content);
        control.setContent(content);
        title = new Label(content, SWT.NONE);
        title.setFont(JFaceResources.getHeaderFont());
        grab(title);
        sentence = new WrappingText(content);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(sentence);
        pictures = section(Messages.DetailsPane_picture);
        pictureWords = new WrappingText(pictures);
        pictureWords.setForeground(colors.quiet());
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(pictureWords);
        picture = new PictureCanvas(pictures, colors);
        GridDataFactory.fillDefaults().hint(PictureCanvas.SIDE, PictureCanvas.SIDE).applyTo(picture.control());
        heat = new Button(pictures, SWT.CHECK);
        heat.setText(Messages.DetailsPane_heat);
        heat.setToolTipText(Messages.DetailsPane_heatTip);
        heat.addListener(SWT.Selection, event -> drawPicture());
        gallery = section(Messages.DetailsPane_gallery);
        cuttings = new GalleryCanvas(gallery, colors, choosePicture);
        grab(cuttings.control());
        offsets = section(Messages.DetailsPane_offsets);
        arrows = new OffsetsCanvas(offsets, colors);
        GridDataFactory.fillDefaults().hint(OffsetsCanvas.SIDE, OffsetsCanvas.SIDE).applyTo(arrows.control());
        numbers = section(Messages.DetailsPane_numbers);
        table = new FactTable(numbers, colors, Messages.DetailsPane_numbers, Messages.DetailsPane_copy,
                List.of(new Column(Messages.DetailsPane_score, Messages.DetailsPane_scoreTip, false, 130),
                        new Column(Messages.DetailsPane_number, Messages.DetailsPane_numberTip, true, 130),
                        new Column(Messages.DetailsPane_meaning, Messages.DetailsPane_meaningTip, false, 520)));
        grab(table.control());
        control.addListener(SWT.Resize, event -> fit());
        clear();
    }

    public ScrolledComposite control() {
        return control;
    }

    public void open(final Subject graph) {
        clear();
        subject = Optional.of(graph);
        show(Optional.empty());
        show(Optional.empty(), List.of(), pattern -> 0, pattern -> 0);
    }

    public void clear() {
        subject = Optional.empty();
        mark = Optional.empty();
        onPicture = Optional.empty();
        drawPicture();
        cuttings.clear();
        for (final Composite section : List.of(pictures, gallery, offsets, numbers)) {
            show(section, false);
        }
        title.setText("");
        sentence.setText("");
    }

    /** Tells about something, or else about the whole graph. */
    public void show(final Optional<Mark> selected) {
        mark = selected;
        subject.ifPresent(graph -> {
            title.setText(selected.map(graph.words()::name).orElse(graph.words().table().heading().category()));
            sentence.setText(selected.map(graph.words()::sentence).orElseGet(() -> whole(graph)));
            show(offsets, false);
            show(gallery, false);
            final List<Fact> facts = graph.words().table().scores().stream()
                    .map(score -> fact(graph, score, selected)).toList();
            table.show(facts);
            ((GridData) table.control().getLayoutData()).heightHint = (facts.size() + 1) * TABLE_ROW;
            show(numbers, selected.isPresent() && !facts.isEmpty());
            drawPicture();
            if (selected.orElse(null) instanceof final Mark.OfPattern pattern) {
                read(graph, pattern);
            }
            fit();
        });
    }

    /** Says that the graph has nothing of a filter that is selected elsewhere. */
    public void showMissing(final String layer, final int filter) {
        subject.ifPresent(graph -> {
            title.setText(layer + "/" + filter);
            sentence.setText(graph.words().missing(layer, filter));
            show(numbers, false);
            fit();
        });
    }

    /**
     * Shows a picture with the places of patterns.
     *
     * @param shown    none: the section is left out
     * @param patterns lit ones, the strongest first
     * @param marker   by pattern, ordinal of its marker
     * @param color    by pattern, {@code 0xrrggbb}
     */
    public void show(final Optional<Picture> shown, final List<Integer> patterns, final IntUnaryOperator marker, final IntUnaryOperator color) {
        subject.ifPresent(graph -> {
            final GraphHeading heading = graph.words().table().heading();
            final List<Integer> marked = patterns.stream().limit(MOST_MARKED).toList();
            final OptionalInt chosen = mark.filter(Mark.OfPattern.class::isInstance).map(some -> ((Mark.OfPattern) some).pattern())
                    .filter(pattern -> shown.isPresent() && shown.get().there().get(pattern)).map(OptionalInt::of).orElse(OptionalInt.empty());
            onPicture = shown.map(there -> new PictureCanvas.Shown(heading, there, graph.thumbnails(), marked, chosen, marker, color,
                    OptionalInt.empty()));
            drawPicture();
            shown.ifPresent(there -> pictureWords.setText(NLS.bind(
                    heading.pictures().get(there.number()).mirrored() ? Messages.DetailsPane_mirrored : Messages.DetailsPane_onPicture,
                    new Object[] {heading.pictures().get(there.number()).path(), patterns.size(), marked.size()})));
            show(pictures, shown.isPresent());
            fit();
        });
    }

    /** With the heat of the selected layer, or of the top layer, if that is wanted. */
    private void drawPicture() {
        picture.show(onPicture.map(some -> new PictureCanvas.Shown(some.heading(), some.picture(), some.thumbnails(), some.patterns(), some.chosen(),
                some.marker(), some.color(), heat.getSelection() ? OptionalInt.of(mark.map(Mark::layer).orElse(0)) : OptionalInt.empty())));
    }

    /** Some pictures have arrived. */
    public void repaint() {
        picture.control().redraw();
        cuttings.control().redraw();
    }

    private static String whole(final Subject graph) {
        final GraphHeading heading = graph.words().table().heading();
        final NumberFormat count = NumberFormat.getIntegerInstance();
        final String words = heading.layers().size() == 1 ? Messages.DetailsPane_wholeOfOne : Messages.DetailsPane_whole;
        return NLS.bind(words, new Object[] {count.format(graph.words().table().patterns()), heading.layers().size(),
            count.format(heading.pictures().size()), count.format(graph.words().table().edges().count())});
    }

    private void read(final Subject graph, final Mark.OfPattern pattern) {
        graph.reading().read(from -> new Read(from.pattern(pattern.pattern()), from.parents(pattern.pattern()), from.ofPattern(pattern.pattern()),
                from.patch(pattern.pattern())), read -> {
                    if (!control.isDisposed() && mark.filter(pattern::equals).isPresent()) {
                        show(graph, read);
                    }
                });
    }

    private void show(final Subject graph, final Read read) {
        final GraphHeading heading = graph.words().table().heading();
        final Places places = read.places();
        final List<Cutting> best = IntStream.range(0, heading.pictures().size())
                .filter(number -> places.isThere(number, read.pattern().least())).boxed()
                .sorted(Comparator.comparingDouble((final Integer number) -> -places.scores()[number])).limit(MOST_PICTURES)
                .map(number -> new Cutting(number, places.rows()[number], places.cols()[number], places.scores()[number])).toList();
        final double width = read.patch().map(AveragePatch::width).map(Float::doubleValue)
                .orElse(Math.min(heading.inputRows(), heading.inputCols()) / 4.0);
        cuttings.show(heading, graph.thumbnails(), best, width);
        show(gallery, !best.isEmpty());
        arrows.show(Optional.of(new OffsetsCanvas.Shown(heading, read.pattern(), read.parents())));
        show(offsets, !read.parents().isEmpty());
        fit();
    }

    private static Fact fact(final Subject graph, final PatternScore score, final Optional<Mark> selected) {
        final float[] all = graph.words().table().scores(score).orElseThrow();
        final double number = selected.map(some -> graph.words().mean(score, some)).orElse(Double.NaN);
        double low = 0;
        double high = 0;
        for (final float some : all) {
            low = Float.isFinite(some) ? Math.min(low, some) : low;
            high = Float.isFinite(some) ? Math.max(high, some) : high;
        }
        final List<String> texts = List.of(ScoreWords.name(score), Decimals.text(number), ScoreWords.definition(score));
        final List<String> values = Fact.raw(score.column(), number, ScoreWords.definition(score));
        return Double.isNaN(number) ? new Fact(texts, values)
                : Fact.of(texts, values, 1, Bar.between(low, high, number));
    }

    private Composite section(final String heading) {
        final Composite section = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(3, 3).applyTo(section);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        final Label label = new Label(section, SWT.NONE);
        label.setText(heading);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        return section;
    }

    private static void grab(final Control part) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(part);
    }

    private static void show(final Composite section, final boolean shown) {
        section.setVisible(shown);
        ((GridData) section.getLayoutData()).exclude = !shown;
    }

    /** Later and once, however much changes now: laying out tables takes long. */
    private void fit() {
        if (!unfitted) {
            unfitted = true;
            control.getDisplay().asyncExec(() -> {
                unfitted = false;
                if (!control.isDisposed()) {
                    fitNow();
                }
            });
        }
    }

    private void fitNow() {
        final int width = Math.max(80, control.getClientArea().width);
        final GridData room = (GridData) cuttings.control().getLayoutData();
        room.heightHint = cuttings.height(width - 16);
        content.setLayoutDeferred(true);
        control.setMinHeight(content.computeSize(width, SWT.DEFAULT, true).y);
        content.layout(false, true);
        content.setLayoutDeferred(false);
    }
}
