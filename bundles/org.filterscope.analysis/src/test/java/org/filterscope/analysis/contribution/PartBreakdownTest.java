package org.filterscope.analysis.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.filterscope.analysis.contribution.PartBreakdown.LabelledFilters;
import org.filterscope.core.trace.Breakdown;
import org.filterscope.core.trace.BreakdownDefinition;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

/** By the labels of dissection; by the graph: {@link BreakdownMixtureTest}. */
class PartBreakdownTest {
    private static final Shape MAPS = new Shape(4, 1, 3);

    private static LabelledFilters labelled(final double threshold, final String... categories) {
        return new LabelledFilters() {
            @Override
            public String category(final int filter) {
                return categories[filter];
            }

            @Override
            public double threshold(final int filter) {
                return threshold;
            }
        };
    }

    /** Active are the twos; of the relevance there 3 + 1 is of an object and a part, 2 of a colour, 4 of a scene. */
    @Test
    void relevanceInActiveRegionsIsSharedOutByTheCategoriesOfLabels() {
        final FeatureMaps maps = new FeatureMaps(1, MAPS, new float[] {2, 1, 0, 0, 2, 0, 2, 0, 1, 0, 2, 2});
        final double[] positions = {3, 100, 0, 0, -1, 0, 2, 0, 50, 7, -1, 3};
        final Breakdown found = new PartBreakdown("a", positions).of(labelled(1, "object", "part", "color", "scene"), maps).orElseThrow();
        assertThat(found.definition()).isEqualTo(BreakdownDefinition.DISSECTION);
        assertThat(found.layer()).isEqualTo("a");
        assertThat(List.of(found.parts(), found.textures(), found.unexplained())).containsExactly(0.4, 0.2, 0.4);
    }

    @Test
    void onlyPartsAreAllPartsAndOnlyTexturesAreAllTextures() {
        final FeatureMaps maps = new FeatureMaps(1, MAPS, new float[] {2, 1, 0, 0, 2, 0, 2, 0, 1, 0, 2, 2});
        final double[] positions = {3, 100, 0, 0, -1, 0, 2, 0, 50, 7, -1, 3};
        final PartBreakdown breakdown = new PartBreakdown("a", positions);
        assertThat(breakdown.of(labelled(0.5, "part", "part", "object", "part"), maps).orElseThrow().parts()).isCloseTo(1, within(1e-12));
        assertThat(breakdown.of(labelled(0.5, "texture", "material", "colour", "color"), maps).orElseThrow().textures()).isCloseTo(1, within(1e-12));
    }

    @Test
    void whereNoFilterIsActiveThereIsNothingToShare() {
        final FeatureMaps maps = new FeatureMaps(1, MAPS, new float[12]);
        assertThat(new PartBreakdown("a", new double[12]).of(labelled(1, "part", "part", "part", "part"), maps)).isEmpty();
        assertThat(new PartBreakdown("a", new double[12]).of(labelled(Double.NaN, "part", "part", "part", "part"), maps)).isEmpty();
    }

    @Test
    void scenesAndClassesTellNeitherPartsNorTextures() {
        assertThat(PartBreakdown.tells("part")).isTrue();
        assertThat(PartBreakdown.tells("texture")).isTrue();
        assertThat(PartBreakdown.tells("scene")).isFalse();
        assertThat(PartBreakdown.tells("class")).isFalse();
        assertThat(PartBreakdown.tells("")).isFalse();
    }
}
