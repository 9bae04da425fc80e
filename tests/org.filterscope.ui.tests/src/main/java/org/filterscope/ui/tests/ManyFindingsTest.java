package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Table;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.SuspectFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class ManyFindingsTest {
    private static final int MANY = 10_000;
    /** What a person feels begins at about 100 ms; half of it is left to slower machines. */
    private static final double MOST_MILLISECONDS = 50;

    @TempDir
    Path folder;
    private FindingsProject project;

    @BeforeEach
    void createProject() throws Exception {
        project = new FindingsProject(folder);
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    /** The last has the least harm. */
    static Findings many(final int count) {
        return new Findings(IntStream.range(0, count).mapToObj(number -> new Finding("%012x".formatted(number), FindingKind.CLASS_CONFUSION,
                1 - (double) number / count, 0.99, List.of(new SuspectFilter("deep", number % 12, "%016x".formatted(number), 0.5)), List.of(),
                List.of("river", "beach"), List.of(), List.of(new Exhibit(SampleReport.picture(number % 30), Exhibit.Role.EVIDENCE, "river", "beach")),
                java.util.Optional.empty(), List.of(), "deep/%d takes rivers for beaches, finding %d".formatted(number % 12, number))).toList(), List.of());
    }

    @Test
    void tenThousandFindingsAreListedScrolledAndFilteredWithoutAFreeze() throws Exception {
        final StringBuilder lines = new StringBuilder("finding,kind,fingerprint,reason,expires\n");
        IntStream.range(0, MANY / 2).forEach(number -> lines.append("%012x,,,known,\n".formatted(2 * number + 1)));
        java.nio.file.Files.writeString(project.suppressions(), lines);
        project.open(SampleFindings.BOTH);
        EventLoop.until("it is marked", () -> FindingsProject.markers(project.model()).size() == 1);
        final Widgets widgets = new Widgets(project.openPage());
        EventLoop.until("the page is there", () -> widgets.text().contains(SampleFindings.CONFUSION.text()));
        EventLoop.settle();
        final UiWork marking = new UiWork();
        final long begun = System.nanoTime();
        project.open(many(MANY));
        final Table list = widgets.table("Severity");
        marking.until("all that count are listed", () -> list.getItemCount() == MANY / 2);
        System.out.printf(Locale.ROOT, "findings: listed after %.0f ms%n", (System.nanoTime() - begun) / 1e6);
        marking.until("and marked", () -> FindingsProject.markers(project.model()).size() > 100);
        System.out.printf(Locale.ROOT, "findings: %d marked after %.0f ms, longest %.1f ms%n", FindingsProject.markers(project.model()).size(),
                (System.nanoTime() - begun) / 1e6, marking.longestMilliseconds());
        final UiWork scrolling = new UiWork();
        for (int top = 0; top < MANY / 2; top += 97) {
            final int row = top;
            scrolling.of(() -> list.setTopIndex(row));
        }
        final UiWork filtering = new UiWork();
        final Button choice = widgets.all(Button.class).getFirst();
        for (int press = 0; press < 6; press++) {
            filtering.of(() -> {
                choice.setSelection(!choice.getSelection());
                choice.notifyListeners(SWT.Selection, null);
            });
        }
        final UiWork choosing = new UiWork();
        for (int row = 0; row < 20; row++) {
            final int at = row * 211;
            choosing.of(() -> {
                list.setSelection(at);
                list.notifyListeners(SWT.Selection, null);
            });
        }
        System.out.printf(Locale.ROOT, "findings: scrolling %.1f ms, filtering %.1f ms, choosing %.1f ms%n", scrolling.longestMilliseconds(),
                filtering.longestMilliseconds(), choosing.longestMilliseconds());
        assertEquals(MANY / 2, list.getItemCount());
        assertTrue(marking.longestMilliseconds() < MOST_MILLISECONDS, "listing and marking: " + marking.longestMilliseconds());
        assertTrue(scrolling.longestMilliseconds() < MOST_MILLISECONDS, "scrolling: " + scrolling.longestMilliseconds());
        assertTrue(filtering.longestMilliseconds() < MOST_MILLISECONDS, "filtering: " + filtering.longestMilliseconds());
        assertTrue(choosing.longestMilliseconds() < MOST_MILLISECONDS, "choosing: " + choosing.longestMilliseconds());
    }
}
