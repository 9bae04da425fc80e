package org.filterscope.ui.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Display;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ThumbnailRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailStoreTest {
    private static final int SHEETS = 8;

    @TempDir
    Path folder;
    private ThumbnailStore store;
    private int arrivals;
    private boolean replaced;

    @AfterEach
    void dispose() {
        store.dispose();
    }

    @Test
    void whatIsInSightIsLoadedOnceHoweverMuchItIs() throws Exception {
        final List<ThumbnailRow> places = ManySheets.places(SHEETS);
        open(places);
        until(() -> paint(places) == 2048);
        final int before = arrivals;
        assertTrue(before <= 4 * SHEETS, before + " arrivals");
        for (int paintings = 0; paintings < 5; paintings++) {
            assertEquals(2048, paint(places));
            pause(50);
        }
        assertEquals(before, arrivals);
    }

    @Test
    void whatIsOutOfSightIsForgotten() throws Exception {
        final List<ThumbnailRow> places = ManySheets.places(SHEETS);
        open(places);
        for (int sheet = 0; sheet < SHEETS; sheet++) {
            final List<ThumbnailRow> sight = places.subList(sheet * 256, sheet * 256 + 256);
            until(() -> paint(sight) == 256);
        }
        assertTrue(store.image("0").isEmpty());
    }

    @Test
    void aBadPlaceOrABadSheetSpoilsNoOtherPicture() throws Exception {
        final List<ThumbnailRow> places = new ArrayList<>(ManySheets.places(2));
        places.set(7, new ThumbnailRow("7", ManySheets.name(0), new PixelBox(0, 0, 1000, 1000)));
        places.add(new ThumbnailRow("strange", "\0", new PixelBox(0, 0, 1, 1)));
        open(places);
        Files.write(folder.resolve("report/pictures").resolve(ManySheets.name(1)), new byte[] {(byte) 0xff, (byte) 0xd8, 1});
        until(() -> paint(places) == 255);
        pause(200);
        final int before = arrivals;
        assertEquals(255, paint(places));
        pause(200);
        assertEquals(before, arrivals, "what cannot be read is not tried again");
    }

    @Test
    void picturesOfAnotherReportAreNotShown() throws Exception {
        final List<ThumbnailRow> places = ManySheets.places(2);
        open(places);
        until(() -> paint(places.subList(0, 256)) == 256);
        ManySheets.write(folder.resolve("report"), 3);
        until(() -> paint(places) >= 256 && replaced);
        assertEquals(256, paint(places));
    }

    private void open(final List<ThumbnailRow> places) throws Exception {
        final Report report = Report.open(ManySheets.write(folder.resolve("report"), SHEETS));
        store = new ThumbnailStore(Display.getCurrent(), report, places, new ThumbnailStore.Listener() {
            @Override
            public void thumbnailsArrived() {
                arrivals++;
            }

            @Override
            public void reportReplaced() {
                replaced = true;
            }
        });
    }

    private long paint(final List<ThumbnailRow> sight) {
        return sight.stream().filter(place -> store.image(place.picture()).isPresent()).count();
    }

    private static void pause(final int milliseconds) {
        final long end = System.nanoTime() + Duration.ofMillis(milliseconds).toNanos();
        until(() -> System.nanoTime() > end);
    }

    /** Lets the workbench work until a painting, as often as something may have arrived, satisfies. */
    private static void until(final BooleanSupplier condition) {
        final Display display = Display.getCurrent();
        final long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not within 20 s");
            display.timerExec(10, () -> {
            });
            display.sleep();
            display.readAndDispatch();
        }
    }
}
