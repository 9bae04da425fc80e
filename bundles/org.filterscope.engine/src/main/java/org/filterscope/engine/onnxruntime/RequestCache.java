package org.filterscope.engine.onnxruntime;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

import ai.onnxruntime.OrtException;

/** The requests that were asked last, loaded. The one not asked for the longest time makes room for a new one. */
final class RequestCache implements AutoCloseable {
    static final int MOST = 8;
    /** ONNX Runtime keeps a copy of the weights for each graph (it did so even when given tensors to share); the newest may be larger alone. */
    private static final long MOST_BYTES = 1L << 30;

    /** Loads what is not there. */
    @FunctionalInterface
    interface Loader {
        LoadedRequest load(Request request) throws OrtException;
    }

    private final SequencedMap<Request, LoadedRequest> loaded = new LinkedHashMap<>();

    LoadedRequest get(final Request request, final Loader loader) throws OrtException {
        LoadedRequest found = loaded.remove(request);
        if (found == null) {
            found = loader.load(request);
        }
        loaded.putLast(request, found);
        while (loaded.size() > 1 && (loaded.size() > MOST || bytes() > MOST_BYTES)) {
            loaded.pollFirstEntry().getValue().close();
        }
        return found;
    }

    int size() {
        return loaded.size();
    }

    private long bytes() {
        return loaded.values().stream().mapToLong(LoadedRequest::bytes).sum();
    }

    @Override
    public void close() throws OrtException {
        while (!loaded.isEmpty()) {
            loaded.pollFirstEntry().getValue().close();
        }
    }
}
