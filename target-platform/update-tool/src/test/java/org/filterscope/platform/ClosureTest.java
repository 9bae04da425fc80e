package org.filterscope.platform;

import static org.filterscope.platform.Shelf.demand;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosureTest {
    private static final LocalDate CUT_OFF = LocalDate.of(2026, 11, 15);

    @TempDir
    private Path folder;
    private Shelf shelf;

    @BeforeEach
    void start() {
        shelf = new Shelf(folder);
    }

    @Test
    void movesTheGroupOfARootWithoutVersionToTheCutOffDay() {
        shelf.put("root", "1.9.0", "20261101", demand("leaf", "2.0"));
        shelf.put("root", "1.10.0", "20261115", demand("leaf", "2.0"));
        shelf.put("root", "1.11.0", "20261116");
        shelf.put("leaf", "2.0", "20200101");
        shelf.put("leaf", "2.1", "20200101");
        shelf.put("leaf", "3.0-beta1", "20200101");
        assertEquals(List.of("test:leaf:2.1", "test:root:1.10.0"), closure("[roots]", "test:root"));
    }

    @Test
    void takesTheHighestVersionAndForgetsWhatTheLowerOneNeeded() {
        shelf.put("one", "1", "20200101", demand("shared", "1.9"));
        shelf.put("two", "1", "20200101", demand("shared", "[1.10,2)"));
        shelf.put("shared", "1.9", "20200101", demand("old", "1"));
        shelf.put("shared", "1.10", "20200101");
        shelf.put("shared", "2", "20200101");
        shelf.put("old", "1", "20200101");
        assertEquals(List.of("test:one:1", "test:shared:1.10", "test:two:1"), closure("[roots]", "test:one:1", "test:two:1"));
    }

    @Test
    void keepsPinsAndLeavesOutWhatIsLeftOut() {
        shelf.put("root", "1", "20200101", demand("pinned", "3"), demand("unwanted", "1"));
        shelf.put("pinned", "2", "20270101");
        assertEquals(List.of("test:pinned:2", "test:root:1"),
                closure("[roots]", "test:root:1", "test:pinned:2", "[left out]", "test:unwanted"));
    }

    @Test
    void saysWhenNothingWasBuiltInTime() {
        shelf.put("root", "1", "20261116");
        final Complaint complaint = assertThrows(Complaint.class, () -> closure("[roots]", "test:root"));
        assertEquals("No version [0,) of test:root was built by 2026-11-15.", complaint.getMessage());
    }

    private List<String> closure(final String... lines) {
        final Recipe recipe = Recipe.of(Section.of(List.of(lines)));
        return new Closure(shelf, new Choice(shelf, CUT_OFF, recipe), recipe.leftOut()).of(recipe.roots()).stream()
                .map(Release::toString).toList();
    }
}
