package org.filterscope.engine.onnx.read;

import java.util.List;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.read.RefusedException;

/** Makes what one kind of ONNX node stands for. */
interface Build {

    /** @return the node's outputs; as many as are known, at least one */
    List<Value> build(Call call) throws RefusedException, InvalidNetworkException;

    /** For nodes with one output. */
    interface One {
        Value build(Call call) throws RefusedException, InvalidNetworkException;
    }

    static Build one(final One build) {
        return call -> List.of(build.build(call));
    }
}
