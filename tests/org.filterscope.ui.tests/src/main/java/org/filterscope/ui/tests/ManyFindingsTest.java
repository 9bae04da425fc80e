package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IPageLayout;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.ide.FindingMarker;
import org.junit.jupiter.api.Test;

class ManyFindingsTest extends OnFindingsProject {
    private static final int MANY = 10_000;
    /** What a person feels. Measured are 24 to 48 ms on two cores that five others share; each 10 000 rows at once would cost 30 to 70 ms more. */
    private static final double MOST_MILLISECONDS = 75;

    /** The last has the least harm. */
    static Findings many(final int count) {
        return new Findings(IntStream.range(0, count).mapToObj(number -> new Finding("%012x".formatted(number), FindingKind.CLASS_CONFUSION,
                1 - (double) number / count, 0.99, List.of(new SuspectFilter("deep", number % 12, "%016x".formatted(number), 0.5)), List.of(),
                List.of("river", "beach"), List.of(), List.of(new Exhibit(SampleReport.picture(number % 30), Exhibit.Role.EVIDENCE, "river", "beach")),
                Optional.empty(), List.of(), "deep/%d takes rivers for beaches, finding %d".formatted(number % 12, number))).toList(), List.of());
    }

    @Test
    void tenThousandFindingsAreMarkedInOneChangeWithoutAFreeze() throws Exception {
        ScoresDriver.page().showView(IPageLayout.ID_PROBLEM_VIEW);
        project().open(SampleFindings.BOTH);
        EventLoop.until("the first ones are marked", () -> FindingsProject.markers(project().model()).size() == 1);
        SampleFindings.write(project().report(), project().model().getLocation().toPath(), many(MANY));
        final AtomicInteger changes = new AtomicInteger();
        final IResourceChangeListener listener = event -> changes.addAndGet(event.findMarkerDeltas(FindingMarker.TYPE, false).length > 0 ? 1 : 0);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(listener, IResourceChangeEvent.POST_CHANGE);
        try {
            final UiWork work = new UiWork();
            final long begun = System.nanoTime();
            project().reopen();
            work.until("all are marked", () -> FindingsProject.markers(project().model()).size() == MANY);
            System.out.printf(Locale.ROOT, "findings: %d marked after %.0f ms%n", MANY, (System.nanoTime() - begun) / 1e6);
            work.rest();
            tell("marking", work);
            assertEquals(1, changes.get());
        } finally {
            ResourcesPlugin.getWorkspace().removeResourceChangeListener(listener);
        }
    }

    @Test
    void tenThousandFindingsAreListedScrolledAndFilteredWithoutAFreeze() throws Exception {
        final StringBuilder lines = new StringBuilder("finding,kind,fingerprint,reason,expires\n");
        IntStream.range(0, MANY / 2).forEach(number -> lines.append("%012x,,,known,\n".formatted(2 * number + 1)));
        project().open(SampleFindings.BOTH);
        EventLoop.until("it is marked", () -> FindingsProject.markers(project().model()).size() == 1);
        final Widgets widgets = new Widgets(project().openPage());
        EventLoop.until("the page is there", () -> widgets.text().contains(SampleFindings.CONFUSION.text()));
        Files.writeString(project().suppressions(), lines);
        SampleFindings.write(project().report(), project().model().getLocation().toPath(), many(MANY));
        final UiWork opening = new UiWork();
        final long begun = System.nanoTime();
        project().reopen();
        final Table list = widgets.table("Severity");
        opening.until("all that count are listed", () -> list.getItemCount() == MANY / 2);
        System.out.printf(Locale.ROOT, "findings: listed after %.0f ms%n", (System.nanoTime() - begun) / 1e6);
        opening.rest();
        tell("opening", opening);
        final UiWork filtering = new UiWork();
        final Button choice = widgets.all(Button.class).getFirst();
        for (int press = 0; press < 5; press++) {
            filtering.of(() -> {
                choice.setSelection(!choice.getSelection());
                choice.notifyListeners(SWT.Selection, null);
            });
            filtering.until("the rows are there", () -> list.getItemCount() == (choice.getSelection() ? MANY : MANY / 2));
        }
        tell("filtering", filtering);
        final AtomicInteger filled = new AtomicInteger();
        list.addListener(SWT.SetData, event -> filled.incrementAndGet());
        final UiWork scrolling = new UiWork();
        for (int top = 0; top < MANY; top += 211) {
            final int row = top;
            scrolling.of(() -> list.setTopIndex(row));
        }
        tell("scrolling", scrolling);
        assertTrue(filled.get() > 100 && filled.get() < MANY / 2, "rows that came in sight, no more, were filled: " + filled.get());
        final UiWork choosing = new UiWork();
        for (int row = 0; row < 20; row++) {
            final int at = row * 211;
            choosing.of(() -> {
                list.setSelection(at);
                list.notifyListeners(SWT.Selection, null);
            });
        }
        tell("choosing", choosing);
    }

    private static void tell(final String what, final UiWork work) {
        System.out.printf(Locale.ROOT, "findings: %s keeps the user interface busy for %.1f ms at the most%n", what, work.longestMilliseconds());
        assertTrue(work.longestMilliseconds() < MOST_MILLISECONDS, "%s: %.1f ms".formatted(what, work.longestMilliseconds()));
    }
}
