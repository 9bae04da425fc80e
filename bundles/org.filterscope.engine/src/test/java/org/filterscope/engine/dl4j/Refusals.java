package org.filterscope.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;

import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.InvalidNetworkException;

/** Files that must be refused in one sentence that names them. */
final class Refusals {

    private Refusals() {
    }

    static void assertRefused(final Path file, final String reason) {
        assertThatThrownBy(() -> new NetworkReader().read(file, Optional.empty())).isInstanceOf(InvalidNetworkException.class)
                .hasMessageContaining(file.getFileName().toString()).hasMessageContaining(reason).hasMessageNotContaining("\n");
    }
}
