package org.filterscope.engine.nd4j;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

import org.bytedeco.javacpp.Loader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.nd4j.linalg.factory.Nd4j;

/** Runs networks on ND4J operations. */
public final class Nd4jExecutor implements Executor {

    /**
     * Loads the native libraries, unpacking them the first time. Several processes may start at once: a lock in the unpacking directory
     * (system property {@code org.bytedeco.javacpp.cachedir}) lets one of them do it.
     *
     * @throws IOException when the directory cannot be written
     */
    public static Nd4jExecutor load() throws IOException {
        final Path directory = Loader.getCacheDir().toPath();
        Files.createDirectories(directory);
        try (FileChannel channel = FileChannel.open(directory.resolve("unpacking.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            channel.lock();
            Nd4j.getBackend();
        }
        return new Nd4jExecutor();
    }

    private Nd4jExecutor() {
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public Map<String, String> software() {
        return new TreeMap<>(Map.of("nd4j", String.valueOf(Nd4j.class.getPackage().getImplementationVersion()), "backend",
                Nd4j.getBackend().getClass().getSimpleName()));
    }

    @Override
    public NetworkSession open(final NetworkGraph graph) {
        return new Nd4jSession(graph);
    }
}
