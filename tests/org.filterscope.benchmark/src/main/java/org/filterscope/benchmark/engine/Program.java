package org.filterscope.benchmark.engine;

import java.util.Locale;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;

/** The programs that are compared. */
enum Program {
    /** Filterscope on ONNX Runtime. */
    FILTERSCOPE_ORT("filterscope, ort") {
        @Override
        Peer open(final NetworkGraph network, final int threads) throws Exception {
            return new FilterscopePeer(OnnxRuntimeExecutor.load(threads), network);
        }
    },
    /** Filterscope on ND4J. */
    FILTERSCOPE_ND4J("filterscope, nd4j") {
        @Override
        Peer open(final NetworkGraph network, final int threads) throws Exception {
            return new FilterscopePeer(Nd4jExecutor.load(), network);
        }
    },
    /** ONNX Runtime alone, with its own settings. */
    ORT("ort alone") {
        @Override
        Peer open(final NetworkGraph network, final int threads) throws Exception {
            return new OnnxRuntimePeer(network, threads);
        }
    },
    /** libtorch, eagerly. */
    LIBTORCH("libtorch") {
        @Override
        Peer open(final NetworkGraph network, final int threads) {
            return new LibtorchPeer(network);
        }
    },
    /** Deeplearning4j's own layers. */
    DL4J("dl4j") {
        @Override
        Peer open(final NetworkGraph network, final int threads) {
            return new Dl4jPeer(network);
        }
    };

    private final String title;

    Program(final String title) {
        this.title = title;
    }

    /** @param threads those of ONNX Runtime; the others take them from the environment */
    abstract Peer open(NetworkGraph network, int threads) throws Exception;

    String title() {
        return title;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isFilterscope() {
        return this == FILTERSCOPE_ORT || this == FILTERSCOPE_ND4J;
    }

    boolean does(final Work work) {
        return switch (work) {
            case FORWARD -> true;
            case GRADIENT -> this != ORT && this != DL4J;
            case DIAGNOSED, ACTIVATIONS, TAPS -> this != DL4J;
        };
    }
}
