package org.filterscope.analysis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.MemoryLimit;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.execution.ValueArrays;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

class DividedSessionTest {
    private static final Shape SHAPE = new Shape(2, 5, 5);
    private static final int IMAGES = 11;
    private static final MemoryLimit AMPLE = new MemoryLimit(Long.MAX_VALUE / 2, true);
    /** Room for three pictures: 350 MB are the program's; a picture takes 2 · (4 · 50 + 2 · 50 + 50) values. */
    private static final MemoryLimit THREE = new MemoryLimit(Runtime.getRuntime().maxMemory() + (350L << 20) + 3 * 2 * 350 * Float.BYTES, true);

    @Test
    void aBatchThatFitsGoesThroughInOnePieceWithoutACopy() throws Exception {
        final Recording session = new Recording(graph(), Integer.MAX_VALUE);
        final FeatureMaps batch = batch();
        assertThat(new DividedSession(session, AMPLE).forward(batch, Set.of("copy")).get("copy").values()).isSameAs(batch.values());
        assertThat(session.sizes).containsExactly(IMAGES);
    }

    @Test
    void aBatchThatDoesNotFitGoesThroughInPartsAndComesOutTheSame() throws Exception {
        final Recording session = new Recording(graph(), Integer.MAX_VALUE);
        final FeatureMaps batch = batch();
        assertThat(new DividedSession(session, THREE).forward(batch, Set.of("copy")).get("copy").values()).isEqualTo(batch.values());
        assertThat(session.sizes).containsExactly(3, 3, 3, 2);
    }

    @Test
    void editsAndTargetsOfSingleImagesGoWithTheirImages() throws Exception {
        final FeatureMaps batch = batch();
        final FeatureMaps amounts = new FeatureMaps(IMAGES, Shape.vector(1), numbers(IMAGES));
        final FeatureMaps value = new FeatureMaps(1, Shape.vector(1), new float[] {7});
        final Pass pass = Pass.of(graph(), batch).with(new Edit("copy", amounts, value));
        final Target target = new Target("copy", new FeatureMaps(IMAGES, Shape.vector(1), numbers(IMAGES)));
        final Recording whole = new Recording(graph(), Integer.MAX_VALUE);
        final Recording parts = new Recording(graph(), 2);
        final Gradients expected = whole.gradients(pass, target, Set.of("input"), ReluRule.GRADIENT);
        final Gradients found = new DividedSession(parts, AMPLE).gradients(pass, target, Set.of("input"), ReluRule.GRADIENT);
        assertThat(found.value("copy").values()).isEqualTo(expected.value("copy").values());
        assertThat(found.gradient("input").values()).isEqualTo(expected.gradient("input").values());
        assertThat(parts.sizes).containsExactly(11, 5, 2, 2, 2, 2, 2, 1);
    }

    @Test
    void partsAreHalvedUntilThereIsMemoryAndStaySmall() throws Exception {
        final Recording session = new Recording(graph(), 4);
        final DividedSession divided = new DividedSession(session, AMPLE);
        final FeatureMaps batch = batch();
        assertThat(divided.forward(batch, Set.of("copy")).get("copy").values()).isEqualTo(batch.values());
        assertThat(session.sizes).containsExactly(11, 5, 2, 2, 2, 2, 2, 1);
        session.sizes.clear();
        divided.forward(batch, Set.of("copy"));
        assertThat(session.sizes).containsExactly(2, 2, 2, 2, 2, 1);
    }

    @Test
    void whatCannotBeHadForOnePictureIsThrown() throws Exception {
        final Recording session = new Recording(graph(), 0);
        assertThatThrownBy(() -> new DividedSession(session, AMPLE).forward(batch(), Set.of("copy"))).isInstanceOf(OutOfMemoryError.class);
        assertThat(session.sizes).containsExactly(11, 5, 2, 1);
    }

    private static NetworkGraph graph() throws Exception {
        return new NetworkGraph("test", List.of(new Node("input", new Input(SHAPE), List.of()), new Node("copy", new Identity(), List.of("input"))));
    }

    private static FeatureMaps batch() {
        return new FeatureMaps(IMAGES, SHAPE, numbers((int) (IMAGES * SHAPE.size())));
    }

    private static float[] numbers(final int count) {
        final Random random = new Random(count);
        final float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat();
        }
        return numbers;
    }

    /** Copies its input, edited, and has memory for so many images at once. */
    private static final class Recording implements NetworkSession {
        private final NetworkGraph graph;
        private final int most;
        private final List<Integer> sizes = new ArrayList<>();

        Recording(final NetworkGraph graph, final int most) {
            this.graph = graph;
            this.most = most;
        }

        @Override
        public NetworkGraph graph() {
            return graph;
        }

        @Override
        public Map<String, FeatureMaps> run(final Pass pass, final Set<String> layers, final ValueArrays arrays) {
            sizes.add(pass.images());
            if (pass.images() > most) {
                throw new OutOfMemoryError("bad_alloc");
            }
            final FeatureMaps given = pass.given().get("input");
            return Map.of("copy", pass.edits().isEmpty() ? given : edited(given, pass.edits().getFirst()));
        }

        private static FeatureMaps edited(final FeatureMaps given, final Edit edit) {
            final float[] values = given.values().clone();
            for (int i = 0; i < values.length; i++) {
                final float amount = edit.amount().values()[i / (int) SHAPE.size()];
                values[i] = (1 - amount) * values[i] + amount * edit.value().values()[0];
            }
            return new FeatureMaps(given.images(), SHAPE, values);
        }

        @Override
        public Gradients gradients(final Pass pass, final Target target, final Set<String> layers, final ReluRule rule) {
            final Map<String, FeatureMaps> values = run(pass, layers);
            final float[] gradient = new float[values.get("copy").values().length];
            for (int i = 0; i < gradient.length; i++) {
                final int image = i / (int) SHAPE.size();
                gradient[i] = (1 - pass.edits().getFirst().amount().values()[image]) * target.seed().values()[image];
            }
            return new Gradients(values, Map.of("input", new FeatureMaps(pass.images(), SHAPE, gradient)));
        }

        @Override
        public void close() {
            sizes.clear();
        }
    }
}
