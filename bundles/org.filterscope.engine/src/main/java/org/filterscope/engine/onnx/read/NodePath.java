package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import onnx.Onnx.NodeProto;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;

/**
 * What a node's name says: a module, and an operation in it.
 *
 * @param module    never empty; a plain name is a module of its own
 * @param operation empty when the name names none
 * @param separator between module, inner module and operation
 */
record NodePath(String module, String operation, String separator) {
    /** Field of the node in which newer exporters keep what they know; the classes we parse with are older. */
    private static final int METADATA = 9;

    /** @param common leading modules to leave out */
    static NodePath of(final NodeProto node, final int common) {
        final String scope = scope(node);
        if (!scope.isEmpty()) {
            return new NodePath(scope, node.getOpType(), ".");
        }
        final String name = node.getName();
        if (name.isEmpty()) {
            final String made = node.getOutputCount() == 0 ? "" : node.getOutput(0);
            return plain(made.matches("\\d*") ? node.getOpType() + "_" + made : made);
        }
        final String[] parts = Stream.of(name.split("/")).filter(part -> !part.isEmpty()).toArray(String[]::new);
        if (parts.length < 2) {
            return plain(parts.length == 0 ? node.getOpType() : parts[0]);
        }
        return name.startsWith("/") ? torch(parts) : slashed(parts, common);
    }

    /** TensorFlow's operations begin with a capital letter, its layers do not. */
    static boolean isOperation(final String last) {
        return !last.isEmpty() && Character.isUpperCase(last.charAt(0));
    }

    /** All modules that this operation lies in. */
    List<String> modules() {
        final List<String> modules = new ArrayList<>();
        for (int end = module.indexOf(separator); end > 0; end = module.indexOf(separator, end + 1)) {
            modules.add(module.substring(0, end));
        }
        modules.add(module);
        return modules;
    }

    /** With the operation. */
    String whole() {
        return operation.isEmpty() ? module : module + separator + operation;
    }

    /** A name that is no path. */
    static NodePath plain(final String name) {
        return new NodePath(name, "", "/");
    }

    /** A numbered module repeats its parent's name: {@code features/features.0} is one step. */
    private static NodePath torch(final String... parts) {
        final List<String> modules = new ArrayList<>();
        for (int i = 0; i < parts.length - 1; i++) {
            if (i > 0 && parts[i].startsWith(parts[i - 1] + ".")) {
                modules.removeLast();
            }
            modules.add(parts[i]);
        }
        return new NodePath(String.join(".", modules), parts[parts.length - 1], ".");
    }

    /** Other tools than TensorFlow write paths without operations. */
    private static NodePath slashed(final String[] parts, final int common) {
        final List<String> own = List.of(parts).subList(Math.min(common, parts.length - 1), parts.length);
        final String last = own.getLast();
        if (own.size() > 1 && isOperation(last)) {
            return new NodePath(String.join("/", own.subList(0, own.size() - 1)), last, "/");
        }
        return plain(String.join("/", own));
    }

    /** The module that PyTorch's newer exporter keeps beside the name: the last but one of {@code ['', 'layer1', 'layer1.0', 'conv2d_1']}. */
    private static String scope(final NodeProto node) {
        for (final ByteString entry : node.getUnknownFields().getField(METADATA).getLengthDelimitedList()) {
            try {
                final var pair = onnx.Onnx.StringStringEntryProto.parseFrom(entry);
                if (pair.getKey().equals("pkg.torch.onnx.name_scopes")) {
                    final String[] scopes = pair.getValue().replaceAll("[\\[\\]' ]", "").split(",");
                    return scopes.length < 2 ? "" : scopes[scopes.length - 2];
                }
            } catch (final InvalidProtocolBufferException e) {
                // Then the field holds something else, and the node's own name serves.
            }
        }
        return "";
    }
}
