package org.filterscope.reference.flaws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.execution.ValueArrays;
import org.filterscope.engine.graph.NetworkGraph;

/** Remembers the logits of whole pictures: who draws the same pictures again and again need not wait for them. */
final class RememberingSession implements NetworkSession {
    private final NetworkSession session;
    private final String input;
    private final String logits;
    private final Map<Long, float[]> remembered = new HashMap<>();

    RememberingSession(final NetworkSession session) {
        this.session = session;
        input = session.graph().nodes().getFirst().name();
        logits = session.graph().logits().name();
    }

    @Override
    public NetworkGraph graph() {
        return session.graph();
    }

    @Override
    public Map<String, FeatureMaps> run(final Pass pass, final Set<String> layers, final ValueArrays arrays) {
        if (!pass.edits().isEmpty() || !layers.equals(Set.of(logits)) || !pass.given().keySet().equals(Set.of(input))) {
            return session.run(pass, layers, arrays);
        }
        final FeatureMaps pictures = pass.given().get(input);
        final int length = (int) pictures.shape().size();
        final List<Long> keys = new ArrayList<>();
        for (int image = 0; image < pictures.images(); image++) {
            final long key = key(pictures.values(), image * length, length);
            keys.add(key);
            if (!remembered.containsKey(key)) {
                final float[] picture = new float[length];
                System.arraycopy(pictures.values(), image * length, picture, 0, length);
                remembered.put(key, session.run(Pass.of(graph(), new FeatureMaps(1, pictures.shape(), picture)), layers).get(logits).values());
            }
        }
        final int outputs = graph().shape(logits).channels();
        final float[] all = new float[keys.size() * outputs];
        for (int image = 0; image < keys.size(); image++) {
            System.arraycopy(remembered.get(keys.get(image)), 0, all, image * outputs, outputs);
        }
        return Map.of(logits, new FeatureMaps(keys.size(), graph().shape(logits), all));
    }

    /** Of 64 bits: among some thousand pictures no two are alike by accident. */
    private static long key(final float[] values, final int start, final int length) {
        long key = 1;
        for (int i = start; i < start + length; i++) {
            key = key * 6364136223846793005L + Float.floatToIntBits(values[i]) + 1442695040888963407L;
            key ^= key >>> 29;
        }
        return key;
    }

    @Override
    public Gradients gradients(final Pass pass, final Target target, final Set<String> layers, final ReluRule rule) {
        return session.gradients(pass, target, layers, rule);
    }

    @Override
    public void close() {
        session.close();
    }
}
