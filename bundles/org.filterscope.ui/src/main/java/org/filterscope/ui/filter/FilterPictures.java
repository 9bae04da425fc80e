package org.filterscope.ui.filter;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.display.WrappingText;
import org.filterscope.ui.pictures.ThumbnailStore;
import org.filterscope.ui.report.LoadedReport;
import org.filterscope.ui.report.NameSource;

/** A filter in short: its name, what it stands for and its top pictures, read in the background. Belongs to the UI thread. */
public final class FilterPictures {
    private final Composite control;
    private final Label title;
    private final WrappingText sentence;
    private final TopsCanvas tops;
    private final FilterLoading loading;
    private Optional<FilterSelection> wanted = Optional.empty();
    private Optional<LoadedReport> report = Optional.empty();
    private Optional<ThumbnailStore> thumbnails = Optional.empty();

    /** @param names tells what people say of filters */
    public FilterPictures(final Composite parent, final ThemeColors colors, final NameSource names) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 4).spacing(2, 2).applyTo(control);
        title = new Label(control, SWT.NONE);
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(title);
        sentence = new WrappingText(control);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(sentence);
        tops = new TopsCanvas(control, colors, words -> {
            // The title says which filter it is; the pictures speak for themselves.
        });
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tops.tiles().control());
        loading = new FilterLoading(new UiThread(parent.getDisplay()), names, new FilterLoading.Receiver() {
            @Override
            public void loaded(final FilterDetails details) {
                fill(details);
            }

            @Override
            public void failed(final String words) {
                tops.clear();
                sentence.setText(words);
                control.layout(true, true);
            }
        });
        control.addListener(SWT.Dispose, event -> {
            loading.cancel();
            thumbnails.ifPresent(ThumbnailStore::dispose);
        });
    }

    public Composite control() {
        return control;
    }

    /** @param heading stands before the filter's name */
    public void show(final String heading, final FilterSelection filter) {
        title.setText(NLS.bind(Messages.FilterPictures_title, new Object[] {heading, filter.layer(), filter.channel()}).replace("&", "&&"));
        if (!wanted.equals(Optional.of(filter))) {
            // Under this title the pictures of another filter would be wrong, however short the reading is.
            sentence.setText("");
            tops.clear();
        }
        wanted = Optional.of(filter);
        loading.load(filter);
    }

    private void fill(final FilterDetails details) {
        if (report.filter(before -> before == details.report()).isEmpty()) {
            thumbnails.ifPresent(ThumbnailStore::dispose);
            report = Optional.of(details.report());
            thumbnails = Optional.of(new ThumbnailStore(control.getDisplay(), details.report().report(), details.report().thumbnails(),
                    new ThumbnailStore.Listener() {
                        @Override
                        public void thumbnailsArrived() {
                            tops.tiles().control().redraw();
                        }

                        @Override
                        public void reportReplaced() {
                            wanted.ifPresent(loading::load);
                        }
                    }));
        }
        sentence.setText(FilterSentence.of(details));
        tops.show(details.tops(), details.report().input(), thumbnails.orElseThrow());
        control.layout(true, true);
    }
}
