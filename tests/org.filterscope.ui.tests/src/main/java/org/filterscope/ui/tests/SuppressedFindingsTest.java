package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.ide.IDE;
import org.filterscope.ide.FindingMarker;
import org.filterscope.ui.findings.FindingsEditor;
import org.junit.jupiter.api.Test;

class SuppressedFindingsTest extends OnFindingsProject {
    private static final String HEADER = "finding,kind,fingerprint,reason,expires\n";
    private static final String LATER = HEADER + SampleFindings.CONFUSION.id() + ",,,rivers are rare here,2999-01-31\n";

    /** With the confusion suppressed; the finding about labels is marked. */
    private Widgets page(final String suppressions) throws Exception {
        Files.writeString(project().suppressions(), suppressions);
        project().open(SampleFindings.BOTH);
        EventLoop.until("the finding that counts is marked", () -> FindingsProject.markers(project().configuration()).size() == 1);
        final Widgets widgets = new Widgets(
                IDE.openEditor(ScoresDriver.page(), FindingsProject.markers(project().configuration()).getFirst(), true));
        EventLoop.until("the page is there", () -> widgets.text().contains(SampleFindings.LABELS.text()));
        return widgets;
    }

    private static Button choice(final Widgets widgets) {
        return widgets.all(Button.class).stream().filter(button -> (button.getStyle() & SWT.CHECK) != 0).findFirst().orElseThrow();
    }

    private static void press(final Button button) {
        button.setSelection(!button.getSelection());
        button.notifyListeners(SWT.Selection, null);
        EventLoop.settle();
    }

    private static void choose(final Table list, final int row) {
        list.setSelection(row);
        list.notifyListeners(SWT.Selection, null);
    }

    @Test
    void whatIsSuppressedIsCountedAndShownOnDemandOnlyGreyWithReasonAndLastDay() throws Exception {
        final Widgets widgets = page(LATER);
        final Table list = widgets.table("Severity");
        assertEquals(List.of("Medium"), Widgets.column(list, "Severity"));
        assertFalse(choice(widgets).getSelection());
        assertEquals("&Show suppressed (1)", choice(widgets).getText());
        press(choice(widgets));
        assertEquals(List.of("High", "Medium"), Widgets.column(list, "Severity"));
        assertEquals(List.of("rivers are rare here", ""), Widgets.column(list, "Suppressed Because"));
        assertTrue(list.getItem(0).getText(5).contains("2999"), list.getItem(0).getText(5));
        assertNotEquals(list.getForeground(), list.getItem(0).getForeground());
        assertEquals(list.getForeground(), list.getItem(1).getForeground());
        assertEquals(1, list.getSelectionIndex(), "the finding that was shown stays");
        choose(list, 0);
        assertTrue(widgets.text().contains("rivers are rare here") && widgets.text().contains("Suppressed until"), widgets.text());
        press(choice(widgets));
        assertEquals(List.of("Medium"), Widgets.column(list, "Severity"));
        assertTrue(widgets.text().contains(SampleFindings.LABELS.text()) && !widgets.text().contains("Suppressed until"), widgets.text());
    }

    @Test
    void theListStandsBesideThePageWhereThereIsRoomAndAboveItWhereThereIsNot() throws Exception {
        final Widgets widgets = page(LATER);
        final SashForm sash = widgets.all(SashForm.class).getFirst();
        sash.setSize(1000, 500);
        assertEquals(SWT.HORIZONTAL, sash.getOrientation());
        sash.setSize(500, 500);
        assertEquals(SWT.VERTICAL, sash.getOrientation());
    }

    @Test
    void aSuppressionIsLiftedOnThePage() throws Exception {
        final Widgets widgets = page(LATER);
        press(choice(widgets));
        choose(widgets.table("Severity"), 0);
        lift(widgets);
        EventLoop.until("it is marked again", () -> FindingsProject.markers(project().model()).size() == 1);
        EventLoop.until("it counts", () -> choice(widgets).getText().equals("No finding is suppressed"));
        assertEquals(List.of("High", "Medium"), Widgets.column(widgets.table("Severity"), "Severity"));
        assertTrue(widgets.text().contains(SampleFindings.CONFUSION.text()) && !widgets.text().contains("Suppressed until"), widgets.text());
        assertEquals(HEADER, Files.readString(project().suppressions()));
    }

    private static void lift(final Widgets widgets) {
        widgets.all(Link.class).stream().filter(link -> link.getText().contains("Lift the suppression")).findFirst().orElseThrow()
                .notifyListeners(SWT.Selection, null);
    }

    @Test
    void whatIsSuppressedByItsFiltersIsLiftedWithAllTheirLines() throws Exception {
        final Widgets widgets = page(HEADER + ",class-confusion,00ff,known,\n,class-confusion,00fe,known as well,\nother,,,elsewhere,\n");
        press(choice(widgets));
        choose(widgets.table("Severity"), 0);
        lift(widgets);
        EventLoop.until("it is marked again", () -> FindingsProject.markers(project().model()).size() == 1);
        assertEquals(HEADER + "other,,,elsewhere,\n", Files.readString(project().suppressions()));
    }

    @Test
    void whatIsSuppressedWhileThePageIsOpenLeavesTheList() throws Exception {
        final Widgets widgets = page(HEADER);
        assertEquals("No finding is suppressed", choice(widgets).getText());
        assertFalse(choice(widgets).isEnabled());
        EventLoop.until("the other is marked, too", () -> FindingsProject.markers(project().model()).size() == 1);
        FindingsProject.diagnoses().suppress(FindingMarker.of(FindingsProject.markers(project().model()).getFirst()).orElseThrow(), "known",
                Optional.of(LocalDate.now()));
        EventLoop.until("it is gone", () -> choice(widgets).getText().equals("&Show suppressed (1)"));
        assertEquals(List.of("Medium"), Widgets.column(widgets.table("Severity"), "Severity"));
    }

    @Test
    void aTableThatCannotBeReadHidesNothingAndIsToldAsAreSuppressionsThatHaveExpired() throws Exception {
        final Widgets widgets = page(HEADER);
        Files.writeString(project().suppressions(), HEADER + SampleFindings.CONFUSION.id() + ",,,,\n");
        project().open(SampleFindings.BOTH);
        EventLoop.until("it is told", () -> widgets.text().contains("landscapes.suppressions.csv:2: 'reason' is missing"));
        assertEquals(List.of("High", "Medium"), Widgets.column(widgets.table("Severity"), "Severity"));
        Files.writeString(project().suppressions(), HEADER + SampleFindings.CONFUSION.id() + ",,,known,2020-01-31\n");
        project().open(SampleFindings.BOTH);
        EventLoop.until("it is told", () -> widgets.text().contains("has expired on 2020-01-31 and does not count"));
        assertEquals(List.of("High", "Medium"), Widgets.column(widgets.table("Severity"), "Severity"));
    }

    @Test
    void theModelOfTheCurrentReportHasAPageEvenWhenAllItsFindingsAreSuppressed() throws Exception {
        Files.writeString(project().suppressions(), LATER + SampleFindings.LABELS.id() + ",,,known,\n");
        project().open(SampleFindings.BOTH);
        final Widgets widgets = new Widgets(IDE.openEditor(ScoresDriver.page(), project().model(), FindingsEditor.ID));
        EventLoop.until("both are counted", () -> widgets.hasTable("Severity") && choice(widgets).getText().equals("&Show suppressed (2)"));
        assertEquals(0, widgets.table("Severity").getItemCount());
        press(choice(widgets));
        assertTrue(widgets.text().contains(SampleFindings.CONFUSION.text()), widgets.text());
    }
}
