package org.filterscope.engine.onnxruntime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.execution.ValueArrays;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

/**
 * Answers each kind of request with a graph of its own, which is kept for the next of that kind. What nobody looks at, ONNX Runtime may fuse: a
 * batch normalisation vanishes in the convolution below it, unless that convolution is wanted, edited or differentiated by.
 */
final class OnnxRuntimeSession implements NetworkSession {
    /** Where in ONNX Runtime's source something failed, which nobody wants to know who only uses it. */
    private static final Pattern PLACE = Pattern.compile("^.*\\[ONNXRuntimeError\\] : \\d+ : \\w+ : ", Pattern.DOTALL);

    private final OrtEnvironment environment;
    private final NetworkGraph graph;
    private final SessionSettings settings;
    private final DirectBuffers inputs = new DirectBuffers();
    private final DirectBuffers outputs = new DirectBuffers();
    private final RequestCache cache = new RequestCache();
    private boolean closed;

    OnnxRuntimeSession(final OrtEnvironment environment, final SessionSettings settings, final NetworkGraph graph) {
        this.environment = environment;
        this.graph = graph;
        this.settings = settings;
    }

    @Override
    public NetworkGraph graph() {
        return graph;
    }

    @Override
    public Map<String, FeatureMaps> run(final Pass pass, final Set<String> layers, final ValueArrays arrays) {
        checkOpen();
        pass.check(graph);
        layers.forEach(graph::shape);
        final Set<String> edited = pass.edits().stream().map(Edit::layer).collect(Collectors.toSet());
        final Map<String, FeatureMaps> known = new HashMap<>();
        final Set<String> wanted = new HashSet<>();
        for (final String layer : layers) {
            if (pass.given().containsKey(layer) && !edited.contains(layer)) {
                known.put(layer, pass.given().get(layer));
            } else {
                wanted.add(layer);
            }
        }
        if (!wanted.isEmpty()) {
            final Answer answer = answer(Request.forward(pass, wanted), pass, null, arrays);
            answer.graph().values().forEach((layer, name) -> known.put(layer, maps(pass, layer, answer.values().get(name))));
        }
        return known;
    }

    @Override
    public Gradients gradients(final Pass pass, final Target target, final Set<String> layers, final ReluRule rule) {
        checkOpen();
        pass.check(graph);
        target.check(graph, pass.images());
        layers.forEach(graph::shape);
        final Answer answer = answer(Request.backward(pass, target, layers, rule), pass, target.seed(), new ValueArrays());
        final Map<String, FeatureMaps> values = new HashMap<>();
        answer.graph().values().forEach((layer, name) -> values.put(layer, maps(pass, layer, answer.values().get(name))));
        final Map<String, FeatureMaps> gradients = new HashMap<>();
        for (final String layer : layers) {
            final String name = answer.graph().gradients().get(layer);
            gradients.put(layer, maps(pass, layer, name == null ? zeros(pass, layer) : answer.values().get(name)));
        }
        return new Gradients(values, gradients);
    }

    private record Answer(RequestGraph graph, Map<String, float[]> values) {
    }

    private Answer answer(final Request request, final Pass pass, final FeatureMaps seed, final ValueArrays arrays) {
        try {
            final LoadedRequest loaded = cache.get(request, missing -> new LoadedRequest(environment, new RequestGraph(graph, missing), settings,
                    inputs, outputs));
            return new Answer(loaded.graph(), loaded.run(pass, seed, arrays));
        } catch (final OrtException e) {
            throw failure(e);
        }
    }

    /** How many graphs are loaded. */
    int loaded() {
        return cache.size();
    }

    /** Memory that cannot be had is no fault of the network's. */
    private static RuntimeException failure(final OrtException e) {
        final String message = PLACE.matcher(String.valueOf(e.getMessage())).replaceFirst("");
        if (message.contains("bad_alloc") || message.contains("Failed to allocate")) {
            final OutOfMemoryError memory = new OutOfMemoryError(message);
            memory.initCause(e);
            throw memory;
        }
        return new IllegalStateException("ONNX Runtime could not run the network: " + message, e);
    }

    private float[] zeros(final Pass pass, final String layer) {
        return new float[Math.toIntExact(pass.images() * graph.shape(layer).size())];
    }

    private FeatureMaps maps(final Pass pass, final String layer, final float[] values) {
        final Shape shape = graph.shape(layer);
        return new FeatureMaps(pass.images(), shape, values);
    }

    @Override
    public void close() {
        closed = true;
        inputs.clear();
        outputs.clear();
        try {
            cache.close();
        } catch (final OrtException e) {
            throw failure(e);
        }
    }

    /** A graph would be loaded again, and nobody would free it. */
    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
    }
}
