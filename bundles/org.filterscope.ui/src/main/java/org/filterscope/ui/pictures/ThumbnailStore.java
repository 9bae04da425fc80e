package org.filterscope.ui.pictures;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.ThumbnailRow;

/**
 * The thumbnails of one report, loaded when they are asked for. It keeps the most recently used ones, many more than a screen shows and
 * few enough for any report; keeping whole sheets would load them in turns for ever once the pictures in sight lie on more sheets than are
 * kept.
 *
 * <p>Belongs to the UI thread.
 */
public final class ThumbnailStore {
    private static final int MOST_IMAGES = 1024;

    private final Display display;
    private final Runnable changed;
    private final Map<String, ThumbnailRow> places = new HashMap<>();
    private final Map<String, Image> images = new LinkedHashMap<>(16, 0.75f, true);
    private final Loading loading;
    private boolean disposed;

    /**
     * @param thumbnails where each picture's thumbnail lies
     * @param changed    told, on the UI thread, when thumbnails have arrived
     */
    public ThumbnailStore(final Display display, final ReportFiles files, final List<ThumbnailRow> thumbnails, final Runnable changed) {
        this.display = display;
        this.changed = changed;
        thumbnails.forEach(row -> places.put(row.picture(), row));
        loading = new Loading(new SheetReader(files));
    }

    /**
     * @param picture path below the picture folder
     * @return empty when the thumbnail is not here yet, or there is none
     */
    public Optional<Image> image(final String picture) {
        final Image image = images.get(picture);
        final ThumbnailRow place = places.get(picture);
        if (image == null && place != null && !disposed) {
            loading.request(place);
        }
        return Optional.ofNullable(image);
    }

    public void dispose() {
        disposed = true;
        loading.cancel();
        images.values().forEach(Image::dispose);
        images.clear();
    }

    private void arrived(final Map<String, ImageData> thumbnails) {
        if (disposed) {
            return;
        }
        thumbnails.forEach((picture, data) -> Optional.ofNullable(images.put(picture, new Image(display, data))).ifPresent(Image::dispose));
        final Iterator<Image> oldest = images.values().iterator();
        while (images.size() > MOST_IMAGES) {
            oldest.next().dispose();
            oldest.remove();
        }
        changed.run();
    }

    /** Serves requests sheet by sheet, the newest first: that is what the person looks at. */
    private final class Loading extends Job {
        private static final int MOST_REQUESTS = 512;

        private final SheetReader reader;
        private final LinkedHashMap<String, ThumbnailRow> requests = new LinkedHashMap<>();
        private final Set<String> begun = new HashSet<>();
        private final Set<String> unreadable = new HashSet<>();

        Loading(final SheetReader reader) {
            super(Messages.ThumbnailStore_load);
            this.reader = reader;
            setSystem(true);
            setPriority(Job.SHORT);
        }

        void request(final ThumbnailRow place) {
            synchronized (requests) {
                if (begun.contains(place.picture()) || unreadable.contains(place.sheet())) {
                    return;
                }
                requests.putLast(place.picture(), place);
                if (requests.size() > MOST_REQUESTS) {
                    requests.pollFirstEntry();
                }
            }
            schedule();
        }

        @Override
        protected IStatus run(final IProgressMonitor monitor) {
            for (List<ThumbnailRow> batch = next(); !batch.isEmpty() && !monitor.isCanceled(); batch = next()) {
                final Map<String, ImageData> thumbnails = cut(batch);
                if (!display.isDisposed()) {
                    display.asyncExec(() -> {
                        arrived(thumbnails);
                        end(thumbnails.keySet());
                    });
                }
            }
            return Status.OK_STATUS;
        }

        private List<ThumbnailRow> next() {
            synchronized (requests) {
                if (requests.isEmpty()) {
                    return List.of();
                }
                final String sheet = requests.lastEntry().getValue().sheet();
                final List<ThumbnailRow> batch = requests.values().stream().filter(place -> place.sheet().equals(sheet)).toList();
                batch.forEach(place -> {
                    requests.remove(place.picture());
                    begun.add(place.picture());
                });
                return batch;
            }
        }

        private void end(final Set<String> served) {
            synchronized (requests) {
                begun.removeAll(served);
            }
        }

        private Map<String, ImageData> cut(final List<ThumbnailRow> batch) {
            final Map<String, ImageData> thumbnails = new HashMap<>();
            try {
                for (final ThumbnailRow place : batch) {
                    thumbnails.put(place.picture(), reader.cut(place.sheet(), place.place()));
                }
            } catch (final IOException e) {
                final String sheet = batch.getFirst().sheet();
                ILog.of(ThumbnailStore.class).warn(NLS.bind(Messages.ThumbnailStore_unreadable, sheet), e);
                synchronized (requests) {
                    unreadable.add(sheet);
                    requests.values().removeIf(place -> place.sheet().equals(sheet));
                }
            }
            return thumbnails;
        }
    }
}
