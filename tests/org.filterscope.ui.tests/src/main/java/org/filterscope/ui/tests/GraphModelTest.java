package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.core.graph.AveragePatch;
import org.filterscope.core.graph.GraphEdge;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.PatternScore;
import org.filterscope.ui.graph.model.BandLayout;
import org.filterscope.ui.graph.model.Box;
import org.filterscope.ui.graph.model.ColorBy;
import org.filterscope.ui.graph.model.Coloring;
import org.filterscope.ui.graph.model.Detail;
import org.filterscope.ui.graph.model.EdgeTable;
import org.filterscope.ui.graph.model.FilterOrder;
import org.filterscope.ui.graph.model.FilterWords;
import org.filterscope.ui.graph.model.GraphTable;
import org.filterscope.ui.graph.model.Lighting;
import org.filterscope.ui.graph.model.Mark;
import org.filterscope.ui.graph.model.Neighbourhood;
import org.filterscope.ui.graph.model.PatternSearch;
import org.filterscope.ui.graph.model.Picture;
import org.filterscope.ui.graph.model.Steps;
import org.filterscope.ui.graph.paint.PatchPixels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphModelTest {
    private static final int DEEP = 8 * 4;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    @TempDir
    Path folder;
    private GraphFile graph;
    private GraphTable table;
    private FilterWords words;

    @BeforeEach
    void open() throws Exception {
        SampleGraph.small().write(folder, "bird");
        graph = GraphFile.open(folder.resolve("graph/bird/graph.fsg"));
        table = GraphTable.of(graph);
        words = new FilterWords(List.of(Map.of(3, "river"), Map.of()), List.of(Map.of(0, "sky"), Map.of(1, "sand")));
    }

    @AfterEach
    void close() throws Exception {
        graph.close();
    }

    @Test
    void edgesAreTheSameInBothDirections() {
        final EdgeTable edges = table.edges();
        assertEquals(graph.edges(), edges.count());
        for (int pattern = 0; pattern < table.patterns(); pattern++) {
            final int[] parents = IntStream.range(edges.parentStart()[pattern], edges.parentStart()[pattern + 1])
                    .map(edge -> edges.parents()[edge]).toArray();
            assertArrayEquals(graph.parents(pattern).stream().mapToInt(GraphEdge::parent).toArray(), parents);
            final int[] children = IntStream.range(edges.childStart()[pattern], edges.childStart()[pattern + 1])
                    .map(place -> edges.children()[place]).toArray();
            assertArrayEquals(graph.children(pattern).stream().mapToInt(GraphEdge::child).toArray(), children);
            for (int place = edges.childStart()[pattern]; place < edges.childStart()[pattern + 1]; place++) {
                assertEquals(pattern, edges.parents()[edges.childEdge()[place]]);
                assertEquals(edges.children()[place], edges.childOf(edges.childEdge()[place]));
            }
        }
    }

    @Test
    void orderingByEdgesShortensThemAndIsTheSameEachTime() {
        final FilterOrder order = FilterOrder.byEdges(table);
        assertTrue(order.length(table) < 0.5 * FilterOrder.byNumber(table).length(table),
                order.length(table) + " against " + FilterOrder.byNumber(table).length(table));
        final FilterOrder again = FilterOrder.byEdges(table);
        for (int layer = 0; layer < 2; layer++) {
            final int of = layer;
            final int[] groups = IntStream.range(0, 8).map(slot -> order.groupAt(of, slot)).toArray();
            assertArrayEquals(IntStream.range(0, 8).toArray(), IntStream.of(groups).sorted().toArray(), "each filter stands once");
            assertArrayEquals(groups, IntStream.range(0, 8).map(slot -> again.groupAt(of, slot)).toArray());
            IntStream.range(0, 8).forEach(slot -> assertEquals(slot, order.slotOf(of, groups[slot])));
        }
    }

    @Test
    void theWholeGraphFitsIntoTheViewAtTheSmallestZoom() {
        final BandLayout layout = layout(0);
        assertEquals(WIDTH, layout.width());
        assertEquals(HEIGHT, layout.height());
        assertTrue(layout.band(0).bottom() < layout.band(1).y(), "the top layer is above the other");
    }

    @Test
    void marksMeanMoreTheMoreRoomThereIs() throws Exception {
        SampleGraph.large().write(folder.resolve("large"), "bird");
        try (GraphFile file = GraphFile.open(folder.resolve("large/graph/bird/graph.fsg"))) {
            final GraphTable large = GraphTable.of(file);
            assertEquals(61_440, large.patterns());
            final FilterOrder order = FilterOrder.byNumber(large);
            assertEquals(Detail.COLUMNS, new BandLayout(large, order, WIDTH, HEIGHT, 0).detail(0));
            assertEquals(Detail.DOTS, new BandLayout(large, order, WIDTH, HEIGHT, 40).detail(0));
            for (int layer = 0; layer < 4; layer++) {
                assertEquals(Detail.PATCHES, new BandLayout(large, order, WIDTH, HEIGHT, BandLayout.showing(large, 64)).detail(layer));
            }
        }
    }

    @Test
    void everythingLiesInItsBandAndFilterWithoutOverlap() {
        for (final double slot : new double[] {0, 150, 300, 10_000}) {
            final BandLayout layout = layout(slot);
            for (int layer = 0; layer < 2; layer++) {
                Box before = null;
                for (int place = 0; place < 8; place++) {
                    final int group = layout.order().groupAt(layer, place);
                    final Box box = layout.filter(layer, group);
                    assertTrue(inside(box, layout.band(layer)), box + " in " + layout.band(layer));
                    assertTrue(before == null || before.right() <= box.x(), box + " right of " + before);
                    before = box;
                    for (int index = 0; index < table.size(layer, group); index++) {
                        assertTrue(inside(layout.pattern(table.first(layer, group) + index), box));
                    }
                }
            }
        }
    }

    @Test
    void whatIsAtAPlaceIsWhatWasPutThere() {
        final BandLayout layout = layout(300);
        for (int pattern = 0; pattern < table.patterns(); pattern++) {
            final Box cell = layout.pattern(pattern);
            assertEquals(Optional.of(table.mark(pattern)), layout.at(cell.centreX(), cell.centreY()));
        }
        assertEquals(Optional.of(new Mark.OfLayer(1)), layout.at(5, layout.band(1).y() + 2));
        assertEquals(Optional.empty(), layout.at(5, layout.band(0).bottom() + 2));
    }

    @Test
    void onlySlotsThatMayBeSeenArePainted() {
        final BandLayout layout = layout(300);
        for (int slot = 0; slot < 8; slot++) {
            final Box box = layout.filter(0, layout.order().groupAt(0, slot));
            final boolean seen = box.right() > 700 && box.x() < 1000;
            final boolean painted = slot >= layout.firstSlot(0, 700) && slot < layout.endSlot(0, 1000);
            assertTrue(painted || !seen, "slot " + slot);
        }
        assertTrue(layout.endSlot(0, 1000) - layout.firstSlot(0, 700) <= 4);
    }

    @Test
    void findsFiltersPatternsScoresAndNames() {
        assertEquals(bits(12, 13, 14, 15, DEEP + 9, DEEP + 10, DEEP + 11), find("3"));
        assertEquals(bits(14, DEEP + 11), find("3.2"));
        assertEquals(bits(12, 13, 14, 15), find("deep/3"));
        assertEquals(bits(14), find("deep/3.2"));
        assertEquals(bits(12, 13, 14, 15), find("river"));
        assertEquals(bits(0, 1, 2, 3, DEEP + 3, DEEP + 4, DEEP + 5), find("s").stream().filter(pattern -> !partHas(pattern, "s"))
                .collect(BitSet::new, BitSet::set, BitSet::or));
        final BitSet beaks = find("beak");
        assertTrue(beaks.stream().allMatch(pattern -> table.heading().parts().get(table.part(pattern)).equals("beak")));
        assertEquals(bits(0), find("beak deep/0"));
        final float[] presence = table.scores(PatternScore.PRESENCE).orElseThrow();
        final BitSet present = find("presence>=0.6");
        IntStream.range(0, table.patterns()).forEach(pattern -> assertEquals(presence[pattern] >= 0.6f, present.get(pattern)));
        assertEquals(Optional.empty(), new PatternSearch(table, words).find("  "));
        assertTrue(find("nothing").isEmpty());
    }

    private boolean partHas(final int pattern, final String letter) {
        return table.part(pattern) != GraphTable.NO_PART && table.heading().parts().get(table.part(pattern)).contains(letter);
    }

    @Test
    void familiesReachFromTopToBottom() {
        final Neighbourhood neighbourhood = new Neighbourhood(table);
        final BitSet family = neighbourhood.family(table.mark(DEEP + 5));
        final BitSet expected = bits(DEEP + 5);
        graph.parents(DEEP + 5).forEach(edge -> expected.set(edge.parent()));
        assertEquals(expected, family);
        final BitSet below = bits(2);
        graph.children(2).forEach(edge -> below.set(edge.child()));
        assertEquals(below, neighbourhood.family(table.mark(2)));
    }

    @Test
    void theStrongestEdgesAreKept() {
        final int[] two = new Neighbourhood(table).edgesOf(table.mark(DEEP + 5), 2);
        assertEquals(2, two.length);
        final int first = table.edges().parentStart()[DEEP + 5];
        assertArrayEquals(new int[] {first, first + 1}, two, "parents are sorted, best first");
        final BitSet all = new BitSet();
        all.set(0, table.patterns());
        assertEquals(graph.edges(), new Neighbourhood(table).edgesAmong(all, 1000).length);
    }

    @Test
    void theMostFrequentKindsGetColorsOfTheirOwn() {
        final Coloring parts = Coloring.of(table, words, ColorBy.Kind.PART, "others");
        assertEquals(5, parts.kinds().size());
        assertFalse(parts.isOfNumbers());
        for (int pattern = 0; pattern < table.patterns(); pattern++) {
            assertEquals(table.part(pattern) == GraphTable.NO_PART ? -1 : parts.kinds().indexOf(table.heading().parts().get(table.part(pattern))),
                    parts.kind(pattern));
        }
        final Coloring labels = Coloring.of(table, words, ColorBy.Kind.LABEL, "others");
        assertEquals(List.of("sky", "sand"), labels.kinds(), "the filter with more patterns first");
        assertEquals(-1, labels.kind(4));
    }

    @Test
    void slicesAreSortedByWhatTheirColorTells() {
        final Coloring purity = Coloring.of(table, words, new ColorBy.OfScore(PatternScore.PURITY), "");
        for (int group = 0; group < 8; group++) {
            float before = Float.POSITIVE_INFINITY;
            for (int place = table.first(0, group); place < table.first(0, group) + 4; place++) {
                final float share = purity.share(purity.sorted(place));
                assertTrue(Float.isNaN(share) || share <= before, "highest first, no number last");
                before = Float.isNaN(share) ? Float.NEGATIVE_INFINITY : share;
            }
        }
        assertTrue(Float.isNaN(purity.share(11)), "pattern 11 follows no part");
    }

    @Test
    void largePatchesAreReducedToTheMeanOfTheirPixels() {
        final byte[] rgb = new byte[4 * 4 * 3];
        for (int pixel = 0; pixel < 16; pixel++) {
            rgb[pixel * 3] = (byte) (pixel % 4 < 2 ? 200 : 100);
        }
        final AveragePatch small = PatchPixels.atMost(new AveragePatch(4, 40, rgb), 2);
        assertEquals(2, small.side());
        assertArrayEquals(new byte[] {(byte) 200, 0, 0, 100, 0, 0, (byte) 200, 0, 0, 100, 0, 0}, small.rgb());
        assertSame(small, PatchPixels.atMost(small, 2));
    }

    @Test
    void aReportWithoutClassesHasNoKinds() {
        final Coloring none = Coloring.of(table, FilterWords.none(2), ColorBy.Kind.CLASS, "others");
        assertFalse(none.isOfNumbers());
        assertEquals(List.of(), none.kinds());
        assertEquals(-1, none.kind(0));
    }

    @Test
    void lightsWhatAllConditionsAskFor() {
        assertEquals(Optional.empty(), Lighting.ALL.lit());
        assertEquals(Optional.of(bits(2, 3)), Lighting.ALL.withSearch(Optional.of(bits(1, 2, 3))).withPicture(Optional.of(bits(2, 3, 4))).lit());
        assertEquals(Optional.of(bits(1)), Lighting.ALL.withSearch(Optional.of(bits(1))).lit());
    }

    @Test
    void aPictureLightsThePatternsThatAreThere() throws Exception {
        final Picture picture = Picture.of(table, 1, graph.onPicture(1));
        for (int pattern = 0; pattern < table.patterns(); pattern++) {
            assertEquals((pattern + 1) % 3 == 0, picture.there().get(pattern), "pattern " + pattern);
        }
        final List<Integer> strongest = picture.strongest(IntStream.range(0, table.patterns()), 3);
        assertEquals(3, strongest.size());
        assertTrue(picture.places().scores()[strongest.get(0)] >= picture.places().scores()[strongest.get(1)]);
    }

    @Test
    void theKeyboardReachesEverything() {
        final Steps steps = new Steps(layout(0));
        final Mark first = steps.into(new Mark.OfLayer(0)).orElseThrow();
        assertEquals(new Mark.OfFilter(0, steps.layout().order().groupAt(0, 0)), first);
        final Mark pattern = steps.into(first).orElseThrow();
        assertEquals(table.mark(table.first(0, steps.layout().order().groupAt(0, 0))), pattern);
        assertEquals(Optional.of(first), steps.out(pattern));
        assertEquals(Optional.empty(), steps.up(pattern));
        final Mark child = steps.down(table.mark(graph.parents(DEEP).getFirst().parent())).orElseThrow();
        assertEquals(1, child.layer());
        assertEquals(Optional.of(table.mark(graph.parents(DEEP + 7).getFirst().parent())), steps.up(table.mark(DEEP + 7)));
        Mark at = pattern;
        int seen = 1;
        for (Optional<Mark> next = steps.aside(at, 1); next.isPresent(); next = steps.aside(at, 1)) {
            at = next.get();
            seen++;
        }
        assertEquals(DEEP, seen, "from the left to the right each pattern of the layer");
    }

    private BandLayout layout(final double slot) {
        return new BandLayout(table, FilterOrder.byEdges(table), WIDTH, HEIGHT, slot);
    }

    private static boolean inside(final Box inner, final Box outer) {
        return inner.x() >= outer.x() && inner.right() <= outer.right() && inner.y() >= outer.y() && inner.bottom() <= outer.bottom();
    }

    private BitSet find(final String text) {
        return new PatternSearch(table, words).find(text).orElseThrow();
    }

    private static BitSet bits(final int... numbers) {
        final BitSet bits = new BitSet();
        IntStream.of(numbers).forEach(bits::set);
        return bits;
    }
}
