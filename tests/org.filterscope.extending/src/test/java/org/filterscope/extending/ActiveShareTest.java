package org.filterscope.extending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

final class ActiveShareTest {

    /** Maps of 2 × 2 that a test wrote down, one array a picture. */
    private record WrittenMaps(Shape shape, List<float[]> values) implements LayerMaps {
        @Override
        public int pictures() {
            return values.size();
        }

        @Override
        public void forEach(final Visitor visitor) throws IOException {
            for (int picture = 0; picture < values.size(); picture++) {
                visitor.visit(picture, values.get(picture));
            }
        }
    }

    @Test
    void itIsTheShareOfPositionsOfAllPicturesAboveZero() throws Exception {
        final LayerMaps maps = new WrittenMaps(new Shape(3, 2, 2), List.of(
                new float[] {1, 0, 0, 0, 0, 0, 0, 0, -1, -2, 3, 4},
                new float[] {5, 6, 0, 0, 0, 0, 0, 0, -1, -2, -3, 0}));
        // Eighths: exact.
        assertThat(ActiveShare.of(maps, Progress.NONE)).containsExactly(3 / 8.0, 0, 2 / 8.0);
    }
}
