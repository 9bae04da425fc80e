package org.filterscope.analysis.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.filterscope.engine.graph.NetworkGraph;
import org.junit.jupiter.api.Test;

class ClassHeadTest {
    private static final List<String> LABELS = List.of("road", "river", "sea", "field");

    @Test
    void layersAboveAreAffineAsLongAsNoneBends() {
        assertThat(new LayersAbove(Networks.affine(1), "maps").areAffine()).isTrue();
        assertThat(new LayersAbove(Networks.affine(1), "stem").areAffine()).isFalse();
        assertThat(new LayersAbove(Networks.rectified(1), "maps").areAffine()).isFalse();
        assertThat(new LayersAbove(Networks.rectified(1), "rectified").areAffine()).isTrue();
    }

    @Test
    void aShortcutGoesPastItsBranch() {
        assertThat(new LayersAbove(Networks.residual(1), "maps").bypasses()).containsExactly("stem/relu");
        assertThat(new LayersAbove(Networks.residual(1), "sum").bypasses()).isEmpty();
    }

    @Test
    void whereNothingCanBeSaidThereIsAReason() {
        final NetworkGraph graph = Networks.affine(1);
        assertThat(new ClassHead(graph, "maps", LABELS, new PictureClasses(List.of("sea", "city"), new int[] {0, 1})).obstacle()).isEmpty();
        assertThat(new ClassHead(graph, "maps", LABELS, new PictureClasses(List.of("cat", "dog"), new int[] {0, 1})).obstacle())
                .hasValue("no class of the pictures (cat, dog) is named like an output of the network (road, river, sea, …)");
        assertThat(new ClassHead(graph, "maps", LABELS, new PictureClasses(List.of(), new int[] {-1})).obstacle())
                .hasValue("the pictures have no classes");
        assertThat(new ClassHead(graph, "probabilities", LABELS, new PictureClasses(List.of("sea"), new int[] {0})).obstacle())
                .hasValue("the logits (layer 'logits') do not depend on layer 'probabilities'");
    }

    @Test
    void picturesOfAClassWithoutAnOutputCountAsOfNoKnownClass() {
        final ClassHead head = new ClassHead(Networks.affine(1), "maps", LABELS,
                new PictureClasses(List.of("city", "sea"), new int[] {0, 1, -1}));
        assertThat(head.classes().indices()).containsExactly(-1, 1, -1);
        assertThat(head.output(1)).isEqualTo(2);
    }
}
