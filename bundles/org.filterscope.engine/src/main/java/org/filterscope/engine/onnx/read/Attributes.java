package org.filterscope.engine.onnx.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import org.filterscope.engine.read.RefusedException;

/** The settings of an ONNX node. */
final class Attributes {
    private final Map<String, AttributeProto> attributes = new HashMap<>();

    Attributes(final NodeProto node) {
        node.getAttributeList().forEach(attribute -> attributes.put(attribute.getName(), attribute));
    }

    boolean has(final String name) {
        return attributes.containsKey(name);
    }

    int integer(final String name, final int otherwise) throws RefusedException {
        return has(name) ? small(name, attributes.get(name).getI()) : otherwise;
    }

    double number(final String name, final double otherwise) {
        return has(name) ? attributes.get(name).getF() : otherwise;
    }

    String text(final String name, final String otherwise) {
        return has(name) ? attributes.get(name).getS().toStringUtf8() : otherwise;
    }

    Optional<int[]> integers(final String name) throws RefusedException {
        if (!has(name)) {
            return Optional.empty();
        }
        final List<Long> given = attributes.get(name).getIntsList();
        final int[] values = new int[given.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = small(name, given.get(i));
        }
        return Optional.of(values);
    }

    /** Numbers of any size: "to the end" is often written as the largest there is. */
    Optional<long[]> wide(final String name) {
        return Optional.ofNullable(attributes.get(name))
                .map(attribute -> attribute.getIntsList().stream().mapToLong(Long::longValue).toArray());
    }

    /** A single number of any size. */
    long wide(final String name, final long otherwise) {
        return has(name) ? attributes.get(name).getI() : otherwise;
    }

    /** So many numbers, one a side or dimension. */
    int[] integers(final String name, final int... otherwise) throws RefusedException {
        final int[] values = integers(name).orElse(otherwise);
        if (values.length != otherwise.length) {
            throw new RefusedException("its setting '%s' has %d numbers, %d are expected for maps of rows and columns"
                    .formatted(name, values.length, otherwise.length));
        }
        return values;
    }

    Optional<List<Float>> numbers(final String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeProto::getFloatsList);
    }

    Optional<TensorProto> tensor(final String name) {
        return Optional.ofNullable(attributes.get(name)).filter(AttributeProto::hasT).map(AttributeProto::getT);
    }

    private static int small(final String name, final long value) throws RefusedException {
        if (value != (int) value) {
            throw new RefusedException("its setting '%s' is %d, which is out of range".formatted(name, value));
        }
        return (int) value;
    }
}
