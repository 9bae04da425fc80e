package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import onnx.Onnx.NodeProto;

/**
 * Names for layers. A node's own name is kept where it is a plain word. Exporters that write paths mean a module and an operation in it:
 * PyTorch's {@code /layer1/layer1.0/conv1/Conv} becomes {@code layer1.0.conv1}, as in its state dict, and TensorFlow's
 * {@code model/block1/Conv2D} becomes {@code block1}. The operation stays where a module has several. Nodes without a name go by
 * the value they make, or by their operator and its number. In files that we wrote, nodes have the names of layers already.
 */
final class LayerNames {
    /** What our own writer calls itself in its files. */
    static final String OURSELVES = "Filterscope";
    private static final int LONGEST = 200;

    private final Map<NodeProto, NodePath> paths = new IdentityHashMap<>();
    /** How many layers lie at or below each module. */
    private final Map<String, Integer> population = new HashMap<>();

    /**
     * @param nodes    in the order of the file
     * @param layers   those that become layers of their own; only they count when a module is asked for its operations
     * @param producer of the file
     */
    LayerNames(final List<NodeProto> nodes, final Set<NodeProto> layers, final String producer) {
        final boolean ours = producer.equals(OURSELVES);
        final int common = common(nodes);
        for (final NodeProto node : nodes) {
            final NodePath path = ours && !node.getName().isEmpty() ? NodePath.plain(node.getName()) : NodePath.of(node, common);
            paths.put(node, path);
            if (layers.contains(node)) {
                path.modules().forEach(module -> population.merge(module, 1, Integer::sum));
            }
        }
    }

    String of(final NodeProto node) {
        final NodePath path = paths.get(node);
        return clean(population.getOrDefault(path.module(), 0) > 1 ? path.whole() : path.module());
    }

    /** A name fit for tables and files. */
    static String clean(final String name) {
        final String printable = name.replaceAll("\\p{C}", "_").strip();
        final String whole = printable.isEmpty() ? "_" : printable;
        return whole.length() > LONGEST ? whole.substring(0, whole.offsetByCodePoints(0, whole.codePointCount(0, LONGEST))) : whole;
    }

    /** How many leading modules all paths of TensorFlow's kind share: names of the model and of its functions. */
    private static int common(final List<NodeProto> nodes) {
        final List<List<String>> all = new ArrayList<>();
        for (final NodeProto node : nodes) {
            if (node.getName().contains("/") && !node.getName().startsWith("/")) {
                all.add(List.of(node.getName().split("/")));
            }
        }
        final boolean operations = all.stream().anyMatch(path -> NodePath.isOperation(path.getLast()));
        int common = 0;
        while (operations && all.size() > 1 && agree(all, common)) {
            common++;
        }
        return common;
    }

    private static boolean agree(final List<List<String>> all, final int position) {
        final Set<String> words = new HashSet<>();
        for (final List<String> path : all) {
            // The module that holds the operation is never dropped.
            if (path.size() < position + (NodePath.isOperation(path.getLast()) ? 3 : 2)) {
                return false;
            }
            words.add(path.get(position));
        }
        return words.size() == 1;
    }
}
