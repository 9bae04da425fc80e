package org.filterscope.ui.pictures;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.ImageData;
import org.filterscope.core.report.ThumbnailRow;
import org.filterscope.ui.display.UiThread;

/**
 * Serves requests for thumbnails in the background, sheet by sheet, the newest first: that is what the person looks at. What could not be
 * read once is not tried again.
 */
final class ThumbnailLoading extends Job {
    private static final int MOST_REQUESTS = 512;
    /** So that all the requests of one painting are there before the first sheet is read. */
    private static final int PAUSE_MILLISECONDS = 10;

    /** Gets what was loaded, on the UI thread. */
    interface Receiver {
        void arrived(Map<String, ImageData> thumbnails);

        /** Another report lies in the report's place; nothing will be loaded any more. */
        void replaced();
    }

    private final SheetReader reader;
    private final UiThread thread;
    private final Receiver receiver;
    private final LinkedHashMap<String, ThumbnailRow> requests = new LinkedHashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> unreadableSheets = new HashSet<>();
    private final Set<String> unreadablePictures = new HashSet<>();
    private boolean replaced;

    ThumbnailLoading(final SheetReader reader, final UiThread thread, final Receiver receiver) {
        super(Messages.ThumbnailLoading_name);
        this.reader = reader;
        this.thread = thread;
        this.receiver = receiver;
        setSystem(true);
        setPriority(Job.SHORT);
    }

    void request(final ThumbnailRow place) {
        synchronized (requests) {
            if (replaced || begun.contains(place.picture()) || unreadableSheets.contains(place.sheet())
                    || unreadablePictures.contains(place.picture())) {
                return;
            }
            requests.putLast(place.picture(), place);
            if (requests.size() > MOST_REQUESTS) {
                requests.pollFirstEntry();
            }
        }
        schedule(PAUSE_MILLISECONDS);
    }

    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        try {
            for (List<ThumbnailRow> batch = next(); !batch.isEmpty() && !monitor.isCanceled(); batch = next()) {
                serve(batch);
            }
        } finally {
            reader.forget();
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

    private void serve(final List<ThumbnailRow> batch) {
        final String sheet = batch.getFirst().sheet();
        final Map<String, ImageData> thumbnails = new HashMap<>();
        Exception failure = null;
        try {
            thumbnails.putAll(cut(sheet, batch));
        } catch (final IOException | RuntimeException e) {
            // Damage shows as exceptions of many kinds, whichever part of a decoder stumbles over it.
            failure = e;
        }
        if (reader.isReplaced()) {
            giveUp();
            thread.later(receiver::replaced);
            return;
        }
        if (failure != null) {
            if (!reader.isGone()) {
                ILog.of(ThumbnailLoading.class).warn(NLS.bind(Messages.ThumbnailLoading_unreadable, sheet), failure);
            }
            refuse(sheet);
        }
        thread.later(() -> {
            receiver.arrived(thumbnails);
            end(batch);
        });
    }

    private Map<String, ImageData> cut(final String name, final List<ThumbnailRow> batch) throws IOException {
        final ImageData sheet = reader.sheet(name);
        final Map<String, ImageData> thumbnails = new HashMap<>();
        final Set<String> misplaced = new HashSet<>();
        for (final ThumbnailRow row : batch) {
            SheetReader.cut(sheet, row.place()).ifPresentOrElse(thumbnail -> thumbnails.put(row.picture(), thumbnail),
                    () -> misplaced.add(row.picture()));
        }
        if (!misplaced.isEmpty()) {
            ILog.of(ThumbnailLoading.class).warn(NLS.bind(Messages.ThumbnailLoading_misplaced, name, misplaced.size()));
            synchronized (requests) {
                unreadablePictures.addAll(misplaced);
            }
        }
        return thumbnails;
    }

    private void refuse(final String sheet) {
        synchronized (requests) {
            unreadableSheets.add(sheet);
            requests.values().removeIf(place -> place.sheet().equals(sheet));
        }
    }

    private void giveUp() {
        synchronized (requests) {
            replaced = true;
            requests.clear();
        }
    }

    private void end(final List<ThumbnailRow> batch) {
        synchronized (requests) {
            batch.forEach(place -> begun.remove(place.picture()));
        }
    }
}
