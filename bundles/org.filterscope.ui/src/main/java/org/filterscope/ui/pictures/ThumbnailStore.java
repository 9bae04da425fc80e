package org.filterscope.ui.pictures;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ThumbnailRow;
import org.filterscope.ui.display.UiThread;

/**
 * The thumbnails of one report, loaded when they are asked for. It keeps the most recently used ones, many more than a screen shows and
 * few enough for any report; keeping whole sheets would load them in turns for ever once the pictures in sight lie on more sheets than are
 * kept.
 *
 * <p>Belongs to the UI thread.
 */
public final class ThumbnailStore {
    private static final int MOST_IMAGES = 1024;

    /** Hears about the thumbnails, on the UI thread. */
    public interface Listener {
        /** Some have arrived, or turned out not to exist: what shows thumbnails should be painted again. */
        void thumbnailsArrived();

        /** Another report was written in the report's place: no more thumbnails of the known one will come. */
        void reportReplaced();
    }

    private final Display display;
    private final Listener listener;
    private final Map<String, ThumbnailRow> places = new HashMap<>();
    private final LinkedHashMap<String, Image> images = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> asked = new HashSet<>();
    private final ThumbnailLoading loading;
    private boolean disposed;

    /** @param thumbnails where each picture's thumbnail lies */
    public ThumbnailStore(final Display display, final Report report, final List<ThumbnailRow> thumbnails, final Listener listener) {
        this.display = display;
        this.listener = listener;
        thumbnails.forEach(row -> places.put(row.picture(), row));
        loading = new ThumbnailLoading(new SheetReader(report), new UiThread(display), new ThumbnailLoading.Receiver() {
            @Override
            public void arrived(final Map<String, ImageData> loaded) {
                keep(loaded);
            }

            @Override
            public void replaced() {
                if (!disposed) {
                    listener.reportReplaced();
                }
            }
        });
    }

    /**
     * @param picture path below the picture folder
     * @return empty when the thumbnail is not here yet, or there is none
     */
    public Optional<Image> image(final String picture) {
        asked.add(picture);
        final Image image = images.get(picture);
        final ThumbnailRow place = places.get(picture);
        if (image == null && place != null && !disposed) {
            loading.request(place);
        }
        return Optional.ofNullable(image);
    }

    /** The size of the largest of these pictures' thumbnails, known before they are here; empty when there are none. */
    public Optional<Point> largest(final Collection<String> pictures) {
        return pictures.stream().map(places::get).filter(Objects::nonNull).map(row -> new Point(row.place().cols(), row.place().rows()))
                .reduce((one, other) -> new Point(Math.max(one.x, other.x), Math.max(one.y, other.y)));
    }

    public void dispose() {
        disposed = true;
        loading.cancel();
        images.values().forEach(Image::dispose);
        images.clear();
    }

    private void keep(final Map<String, ImageData> loaded) {
        if (disposed) {
            return;
        }
        loaded.forEach((picture, data) -> Optional.ofNullable(images.put(picture, new Image(display, data))).ifPresent(Image::dispose));
        evict();
        listener.thumbnailsArrived();
    }

    /**
     * Removes the oldest images, but none that the last painting asked for: it would be asked for again, and loaded and removed in turns
     * for ever. While nothing was painted since the previous arrival nobody knows what is in sight, so all stay.
     */
    private void evict() {
        if (asked.isEmpty()) {
            return;
        }
        final Iterator<Map.Entry<String, Image>> oldest = images.entrySet().iterator();
        while (images.size() > MOST_IMAGES && oldest.hasNext()) {
            final Map.Entry<String, Image> candidate = oldest.next();
            if (!asked.contains(candidate.getKey())) {
                candidate.getValue().dispose();
                oldest.remove();
            }
        }
        asked.clear();
    }
}
