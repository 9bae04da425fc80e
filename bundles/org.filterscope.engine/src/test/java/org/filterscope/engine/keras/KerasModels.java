package org.filterscope.engine.keras;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.nd4j.Nd4jExecutor;

/** Reads models that tests have written, and runs them. */
final class KerasModels {

    private KerasModels() {
    }

    static NetworkGraph read(final Path file) throws InvalidNetworkException {
        return new NetworkReader().read(file, Optional.empty());
    }

    static List<String> names(final Path file) throws InvalidNetworkException {
        return read(file).nodes().stream().map(Node::name).toList();
    }

    /** @param image channel, row, column */
    static float[] predict(final Path file, final float... image) throws Exception {
        final NetworkGraph graph = read(file);
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            return session.predict(new FeatureMaps(1, graph.input(), image)).values();
        }
    }

    static void assertRefused(final Path file, final String reason) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidNetworkException.class).hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining(reason).hasMessageNotContaining("\n");
    }

    static Map<String, Object> arrays(final Object... rolesAndValues) {
        final Map<String, Object> arrays = new LinkedHashMap<>();
        for (int i = 0; i < rolesAndValues.length; i += 2) {
            arrays.put((String) rolesAndValues[i], rolesAndValues[i + 1]);
        }
        return arrays;
    }
}
