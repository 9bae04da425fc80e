package org.filterscope.analysis.heat;

import static org.assertj.core.api.Assertions.assertThat;

import org.filterscope.analysis.attribution.EvidenceMask;
import org.filterscope.core.report.PixelBox;
import org.junit.jupiter.api.Test;

class ObjectPlaceTest {

    private static EvidenceMask mask(final String... rows) {
        final boolean[] inside = new boolean[rows.length * rows[0].length()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = rows[i / rows[0].length()].charAt(i % rows[0].length()) == 'x';
        }
        return new EvidenceMask(rows.length, rows[0].length(), inside);
    }

    @Test
    void aMaskInTwoPiecesHasABoxForEachAndOneForBoth() {
        final ObjectPlace place = ObjectPlace.of(mask("xx...", "xx...", "....x")).orElseThrow();
        assertThat(place.boxes()).containsExactly(new PixelBox(0, 0, 2, 2), new PixelBox(2, 4, 3, 5), new PixelBox(0, 0, 3, 5));
        assertThat(place.area()).isEqualTo(1.0 / 3);
        assertThat(place.isFoundBy(new PixelBox(0, 0, 2, 3))).isTrue();
        assertThat(place.isFoundBy(new PixelBox(0, 1, 2, 4))).isFalse();
    }

    @Test
    void aCrumbHasNoBoxOfItsOwn() {
        final ObjectPlace place = ObjectPlace.of(mask("xxxxxx..", "xxxxxx.x")).orElseThrow();
        assertThat(place.boxes()).containsExactly(new PixelBox(0, 0, 2, 6), new PixelBox(0, 0, 2, 8));
    }

    @Test
    void whereTheMaskIsEmptyThereIsNoObject() {
        assertThat(ObjectPlace.of(mask("..", ".."))).isEmpty();
    }

    @Test
    void boxesInTheMiddleAreInTheMiddle() {
        assertThat(CentreBoxes.box(1, 10, 20)).isEqualTo(new PixelBox(0, 0, 10, 20));
        assertThat(CentreBoxes.box(0.5, 8, 16)).isEqualTo(new PixelBox(2, 4, 6, 12));
        assertThat(CentreBoxes.box(0.05, 4, 4)).isEqualTo(new PixelBox(2, 2, 3, 3));
    }

    @Test
    void ofManyLayersSomeStepsAreShuffledTheFirstHalfAndAllAmongThem() {
        assertThat(ChangedNetworks.counts(4)).containsExactly(1, 2, 3, 4);
        assertThat(ChangedNetworks.counts(26)).containsExactly(1, 4, 8, 11, 13, 15, 18, 22, 26);
        assertThat(ChangedNetworks.counts(1)).containsExactly(1);
        assertThat(ChangedNetworks.counts(0)).isEmpty();
    }
}
