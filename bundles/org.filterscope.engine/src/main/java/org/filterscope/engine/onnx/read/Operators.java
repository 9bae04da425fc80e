package org.filterscope.engine.onnx.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import onnx.Onnx.NodeProto;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.read.RefusedException;

/** All kinds of nodes that can be read. */
final class Operators {
    private final Map<String, Build> builds = new HashMap<>();

    Operators() {
        List.of(Convolutions.OPERATORS, Poolings.OPERATORS, Activations.OPERATORS, Normalizations.OPERATORS, DenseLayers.OPERATORS,
                Combinations.OPERATORS, Reshapings.OPERATORS, Selections.OPERATORS, Resizings.OPERATORS).forEach(builds::putAll);
    }

    /** @throws RefusedException when nodes of this kind cannot be read at all */
    void checkSupported(final NodeProto node) throws RefusedException {
        if (!OperatorNames.isStandard(node.getDomain()) || !builds.containsKey(node.getOpType()) && !Folding.knows(node.getOpType())) {
            throw new RefusedException("layers of this kind are not supported");
        }
    }

    /** @throws RefusedException with the reason */
    List<Value> build(final Call call) throws RefusedException, InvalidNetworkException {
        final Build build = builds.get(call.operator());
        if (build == null) {
            throw new RefusedException("it works on maps; it is only supported on constants");
        }
        return build.build(call);
    }
}
