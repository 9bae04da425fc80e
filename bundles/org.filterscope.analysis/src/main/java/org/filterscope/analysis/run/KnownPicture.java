package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.filterscope.analysis.contribution.GraphPatterns;
import org.filterscope.analysis.contribution.LayerPatterns;
import org.filterscope.analysis.contribution.ShownPicture;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.trace.TracedPicture;
import org.filterscope.engine.picture.FittedPicture;

/** A picture with all that was found out about it so far. For one thread. */
final class KnownPicture {
    private final TracedPicture description;
    private final FittedPicture fitted;
    private final ShownPicture shown;
    /** By the graph's class, then layer. */
    private final Map<String, Map<String, LayerPatterns>> patterns = new HashMap<>();

    KnownPicture(final TracedPicture description, final FittedPicture fitted, final ShownPicture shown) {
        this.description = description;
        this.fitted = fitted;
        this.shown = shown;
    }

    TracedPicture description() {
        return description;
    }

    /** As the network sees it. */
    FittedPicture fitted() {
        return fitted;
    }

    ShownPicture shown() {
        return shown;
    }

    /** @return by layer */
    Map<String, LayerPatterns> patterns(final GraphPatterns graph, final Progress progress) throws IOException {
        Map<String, LayerPatterns> found = patterns.get(graph.category());
        if (found == null) {
            found = graph.on(shown, Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / 4, progress);
            patterns.put(graph.category(), found);
        }
        return found;
    }

    long size() {
        return shown.size() + fitted.values().length;
    }
}
