package org.filterscope.ui.graph.read;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.filterscope.core.graph.AveragePatch;
import org.filterscope.ui.graph.model.BandLayout;
import org.filterscope.ui.graph.paint.PatchPixels;
import org.filterscope.ui.graph.paint.Patches;

/**
 * What patterns look like on average, loaded when it is asked for; the most recently used ones are kept. Belongs to the UI thread.
 */
public final class PatchStore implements Patches {
    private static final int MOST_PATCHES = 4096;
    private static final int BATCH = 256;
    private static final int PAUSE_MILLISECONDS = 10;

    private final Display display;
    private final GraphReading reading;
    private final Runnable arrived;
    private final LinkedHashMap<Integer, AveragePatch> patches = new LinkedHashMap<>(16, 0.75f, true);
    private final LinkedHashSet<Integer> wanted = new LinkedHashSet<>();
    private final Set<Integer> begun = new HashSet<>();
    private final Set<Integer> missing = new HashSet<>();
    private boolean disposed;

    /** @param arrived told when what shows patches should be painted again */
    public PatchStore(final Display display, final GraphReading reading, final Runnable arrived) {
        this.display = display;
        this.reading = reading;
        this.arrived = arrived;
    }

    @Override
    public Optional<AveragePatch> patch(final int pattern) {
        final AveragePatch patch = patches.get(pattern);
        if (patch == null && !missing.contains(pattern) && !begun.contains(pattern)) {
            if (wanted.isEmpty() && begun.isEmpty()) {
                display.timerExec(PAUSE_MILLISECONDS, this::serve);
            }
            wanted.add(pattern);
        }
        return Optional.ofNullable(patch);
    }

    public void dispose() {
        disposed = true;
        patches.clear();
    }

    /** The newest first: what was asked for earlier may be out of sight by now. */
    private void serve() {
        if (disposed || wanted.isEmpty()) {
            return;
        }
        final List<Integer> batch = wanted.reversed().stream().limit(BATCH).toList();
        wanted.clear();
        begun.addAll(batch);
        reading.read(graph -> {
            final Map<Integer, AveragePatch> found = new HashMap<>();
            try {
                for (final int pattern : batch) {
                    graph.patch(pattern).ifPresent(patch -> found.put(pattern, PatchPixels.atMost(patch, BandLayout.MOST_PATCH)));
                }
            } catch (final IOException e) {
                // Those that cannot be read count as missing, or they would be asked for again and again.
                ILog.of(PatchStore.class).warn(e.getMessage(), e);
            }
            return found;
        }, found -> keep(batch, found));
    }

    private void keep(final List<Integer> batch, final Map<Integer, AveragePatch> found) {
        if (disposed) {
            return;
        }
        for (final int pattern : batch) {
            final AveragePatch patch = found.get(pattern);
            if (patch == null) {
                missing.add(pattern);
            } else {
                patches.put(pattern, patch);
            }
        }
        begun.clear();
        while (patches.size() > MOST_PATCHES) {
            patches.pollFirstEntry();
        }
        // Painting asks again for what is in sight and was not served.
        wanted.clear();
        arrived.run();
    }
}
