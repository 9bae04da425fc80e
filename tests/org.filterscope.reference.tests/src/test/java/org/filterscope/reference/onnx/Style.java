package org.filterscope.reference.onnx;

/**
 * How an exporter writes its files.
 *
 * @param opset   version of the operators
 * @param naming  of nodes and values
 * @param weights where they are put
 * @param batch   whether the number of images is left open
 */
record Style(int opset, Naming naming, Weights weights, Batch batch) {

    /** What nodes are called. */
    enum Naming {
        /** Modules and operations, as PyTorch from 1.13 on: {@code /layer1/layer1.0/conv1/Conv}. */
        PATHS,
        /** As PyTorch before: {@code Conv_12}. */
        NUMBERS,
        /** Nothing, and numbers for values, as the oldest PyTorch. */
        NONE,
        /** As PyTorch's dynamo exporter: {@code node_conv2d_3}, modules in the metadata. */
        METADATA
    }

    /** Where weights are put. */
    enum Weights {
        /** Initializers. */
        INSIDE,
        /** Initializers that are graph inputs too, as before version 4 of the format. */
        INPUTS,
        /** Nodes of their own. */
        CONSTANTS,
        /** A file beside the model. */
        EXTERNAL
    }

    /** How many images at a time. */
    enum Batch {
        ONE, OPEN
    }

    /** The exporter of PyTorch 1.13 to 2.8. */
    static Style torch(final int opset) {
        return new Style(opset, Naming.PATHS, Weights.INSIDE, Batch.OPEN);
    }

    @Override
    public String toString() {
        return "operator set %d, names %s, weights %s, batch %s".formatted(opset, naming, weights, batch);
    }
}
