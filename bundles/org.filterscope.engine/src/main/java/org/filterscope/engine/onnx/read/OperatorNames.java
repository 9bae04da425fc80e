package org.filterscope.engine.onnx.read;

import onnx.Onnx.NodeProto;

/** How ONNX names operators. */
final class OperatorNames {

    private OperatorNames() {
    }

    /** Whether a domain is ONNX's own, which has two names. */
    static boolean isStandard(final String domain) {
        return domain.isEmpty() || domain.equals("ai.onnx");
    }

    /** {@code Conv}; operators of other domains with the domain before them. */
    static String of(final NodeProto node) {
        return isStandard(node.getDomain()) ? node.getOpType() : node.getDomain() + "." + node.getOpType();
    }
}
