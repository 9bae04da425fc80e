package org.filterscope.analysis.batch;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

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

/**
 * Shows a batch to another session in as many parts as stay below a limit of memory; whoever asks sees one batch. Where memory cannot be had in
 * spite of that, parts are halved from then on, down to one picture; what cannot be had for that one is thrown.
 */
final class DividedSession implements NetworkSession {
    private static final Logger LOGGER = Logger.getLogger(DividedSession.class.getName());
    /** Backwards costs about twice as much again. */
    private static final int BACKWARD = 3;

    private final NetworkSession session;
    private final MemoryLimit limit;
    private final long weights;
    private int most = Integer.MAX_VALUE;

    DividedSession(final NetworkSession session, final MemoryLimit limit) {
        this.session = session;
        this.limit = limit;
        weights = BatchSize.weights(session.graph());
    }

    @Override
    public NetworkGraph graph() {
        return session.graph();
    }

    @Override
    public Map<String, FeatureMaps> run(final Pass pass, final Set<String> layers, final ValueArrays arrays) {
        pass.check(graph());
        layers.forEach(graph()::shape);
        final JoinedMaps maps = new JoinedMaps(pass.images(), arrays);
        final ValueArrays ofParts = new ValueArrays();
        inParts(pass.images(), room(pass, layers), (from, to) -> maps.add(from,
                session.run(pass.part(from, to), layers, to - from == pass.images() ? arrays : ofParts)));
        return maps.maps();
    }

    @Override
    public Gradients gradients(final Pass pass, final Target target, final Set<String> layers, final ReluRule rule) {
        pass.check(graph());
        target.check(graph(), pass.images());
        layers.forEach(graph()::shape);
        final Set<String> wanted = new HashSet<>(layers);
        wanted.add(target.layer());
        final JoinedMaps values = new JoinedMaps(pass.images(), new ValueArrays());
        final JoinedMaps gradients = new JoinedMaps(pass.images(), new ValueArrays());
        inParts(pass.images(), Math.max(1, room(pass, wanted) / BACKWARD), (from, to) -> {
            final Gradients found = session.gradients(pass.part(from, to), target.part(from, to), layers, rule);
            values.add(from, found.values());
            gradients.add(from, found.gradients());
        });
        return new Gradients(values.maps(), gradients.maps());
    }

    private int room(final Pass pass, final Collection<String> layers) {
        final List<Node> nodes = ComputedLayers.of(graph(), pass.given().keySet(), layers);
        return MemoryBound.of(graph(), nodes, layers, weights, limit).pictures();
    }

    /** A part of a batch that may be computed again. */
    private interface Part {
        void compute(int from, int to);
    }

    private void inParts(final int images, final int room, final Part part) {
        int from = 0;
        do {
            final int size = Math.min(Math.min(room, most), images - from);
            try {
                part.compute(from, from + size);
                from += size;
            } catch (final OutOfMemoryError e) {
                if (size <= 1) {
                    throw e;
                }
                most = size / 2;
                LOGGER.log(Level.INFO, "No memory for {0} pictures at once; going on with {1}", new Object[] {size, most});
            }
        } while (from < images);
    }

    @Override
    public void close() {
        session.close();
    }
}
