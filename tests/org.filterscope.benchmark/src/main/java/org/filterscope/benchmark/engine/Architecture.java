package org.filterscope.benchmark.engine;

import java.util.Locale;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Reduction;

/** Networks of known architectures on pictures of 224 × 224 pixels, with random weights; a thousand logits each. */
public enum Architecture {
    /** Simonyan and Zisserman 2015, configuration D, with its dense layers. */
    VGG_16 {
        @Override
        public NetworkGraph network() {
            final int[] convolutions = {2, 2, 3, 3, 3};
            final int[] filters = {64, 128, 256, 512, 512};
            final LayerStack stack = new LayerStack(SIDE);
            for (int block = 0; block < convolutions.length; block++) {
                for (int i = 0; i < convolutions[block]; i++) {
                    stack.convolution("conv%d_%d".formatted(block + 1, i + 1), filters[block], 3, 1, 1)
                            .relu("relu%d_%d".formatted(block + 1, i + 1));
                }
                stack.maximum("pool" + (block + 1), 2, 0);
            }
            stack.join("flat", new Flatten(), 512 * 7 * 7, stack.top());
            return stack.dense("fc6", stack.channels(), 4096).relu("relu6").dense("fc7", 4096, 4096).relu("relu7").dense("logits", 4096, CLASSES)
                    .network("vgg-16");
        }
    },

    /** He et al. 2016. */
    RESNET_18 {
        @Override
        public NetworkGraph network() {
            return residual("resnet-18", new int[] {2, 2, 2, 2}, Architecture::basic, 1);
        }
    },

    /** He et al. 2016, with the stride in the middle convolution of a block, as everybody does it since. */
    RESNET_50 {
        @Override
        public NetworkGraph network() {
            return residual("resnet-50", new int[] {3, 4, 6, 3}, Architecture::bottleneck, 4);
        }
    },

    /** Iandola et al. 2016, version 1.1. */
    SQUEEZENET {
        @Override
        public NetworkGraph network() {
            final LayerStack stack = new LayerStack(SIDE).convolution("conv1", 64, 3, 2, 0).relu("relu1").maximum("pool1", 3, 0);
            fire(stack, "fire2", 16);
            fire(stack, "fire3", 16);
            stack.maximum("pool3", 3, 0);
            fire(stack, "fire4", 32);
            fire(stack, "fire5", 32);
            stack.maximum("pool5", 3, 0);
            fire(stack, "fire6", 48);
            fire(stack, "fire7", 48);
            fire(stack, "fire8", 64);
            fire(stack, "fire9", 64);
            stack.convolution("conv10", CLASSES, 1, 1, 0).relu("relu10");
            return stack.join("logits", new GlobalPooling(Reduction.AVERAGE), CLASSES, stack.top()).network("squeezenet");
        }
    },

    /** Howard et al. 2017, version 1, of full width. */
    MOBILENET {
        @Override
        public NetworkGraph network() {
            final LayerStack stack = new LayerStack(SIDE).convolution("conv1", 32, 3, 2, 1).normalization("conv1.bn").relu("conv1.relu");
            final int[] filters = {64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024};
            for (int block = 0; block < filters.length; block++) {
                final String name = "block" + (block + 1);
                stack.depthwise(name + ".depthwise", block > 0 && filters[block] > filters[block - 1] ? 2 : 1)
                        .normalization(name + ".depthwise.bn").relu(name + ".depthwise.relu")
                        .convolution(name, filters[block], 1, 1, 0).normalization(name + ".bn").relu(name + ".relu");
            }
            return classify(stack).network("mobilenet");
        }
    };

    private static final int SIDE = 224;
    private static final int CLASSES = 1000;

    /** Makes it anew, the same each time. */
    public abstract NetworkGraph network();

    /** As people write it: {@code resnet-50}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @FunctionalInterface
    private interface Block {
        void add(LayerStack stack, String name, int width, int stride);
    }

    private static NetworkGraph residual(final String name, final int[] blocks, final Block block, final int widening) {
        final LayerStack stack = new LayerStack(SIDE).convolution("conv1", 64, 7, 2, 3).normalization("bn1").relu("relu1").maximum("pool1", 3, 1);
        for (int stage = 0; stage < blocks.length; stage++) {
            for (int i = 0; i < blocks[stage]; i++) {
                final String place = "stage%d.%d".formatted(stage + 1, i + 1);
                final int stride = stage > 0 && i == 0 ? 2 : 1;
                final int width = 64 << stage;
                final String below = stack.top();
                final int inputs = stack.channels();
                block.add(stack, place, width, stride);
                final String way = stack.top();
                String shortcut = below;
                if (stride > 1 || inputs != width * widening) {
                    stack.on(below, inputs, place + ".down", width * widening, 1, stride, 0).normalization(place + ".down.bn");
                    shortcut = stack.top();
                }
                stack.join(place + ".sum", new Add(), width * widening, way, shortcut).relu(place);
            }
        }
        return classify(stack).network(name);
    }

    private static void basic(final LayerStack stack, final String name, final int width, final int stride) {
        stack.convolution(name + ".conv1", width, 3, stride, 1).normalization(name + ".bn1").relu(name + ".relu1")
                .convolution(name + ".conv2", width, 3, 1, 1).normalization(name + ".bn2");
    }

    private static void bottleneck(final LayerStack stack, final String name, final int width, final int stride) {
        stack.convolution(name + ".conv1", width, 1, 1, 0).normalization(name + ".bn1").relu(name + ".relu1")
                .convolution(name + ".conv2", width, 3, stride, 1).normalization(name + ".bn2").relu(name + ".relu2")
                .convolution(name + ".conv3", 4 * width, 1, 1, 0).normalization(name + ".bn3");
    }

    private static void fire(final LayerStack stack, final String name, final int squeezed) {
        stack.convolution(name + ".squeeze", squeezed, 1, 1, 0).relu(name + ".squeeze.relu");
        final String below = stack.top();
        stack.convolution(name + ".left", 4 * squeezed, 1, 1, 0).relu(name + ".left.relu");
        final String left = stack.top();
        stack.on(below, squeezed, name + ".right", 4 * squeezed, 3, 1, 1).relu(name + ".right.relu");
        stack.join(name, new Concatenate(), 8 * squeezed, left, stack.top());
    }

    private static LayerStack classify(final LayerStack stack) {
        return stack.join("pooled", new GlobalPooling(Reduction.AVERAGE), stack.channels(), stack.top())
                .dense("logits", stack.channels(), CLASSES);
    }
}
