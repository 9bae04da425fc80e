package org.filterscope.engine.onnx.read;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;
import org.nd4j.shade.protobuf.UnsafeByteOperations;

/**
 * An ONNX file, parsed. The weights stay in the mapped file until they are decoded, so that large models need no second copy.
 *
 * @param model    the whole model
 * @param opset    version of the operators' definitions
 * @param external where weights outside the file lie
 * @param bytes    the whole file
 */
record OnnxFile(ModelProto model, int opset, ExternalData external, ByteString bytes) {
    private static final int OLDEST_OPSET = 7;
    private static final int NEWEST_OPSET = 26;
    /** Nodes are nested in graphs in nodes only by control flow, which is refused anyway. */
    private static final int DEEPEST = 60;

    static OnnxFile read(final Path file) throws InvalidNetworkException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new InvalidNetworkException("an ONNX file must be smaller than 2 GiB; larger models keep their weights in files of their own");
            }
            final ByteString bytes = UnsafeByteOperations.unsafeWrap(FileBytes.read(channel, 0, channel.size()));
            if (!WireBounds.hold(stream(bytes))) {
                throw new InvalidNetworkException("the file has more than %d entries; a network has thousands".formatted(WireBounds.MOST_ENTRIES));
            }
            final ModelProto model = ModelProto.parseFrom(stream(bytes));
            return new OnnxFile(model, opset(model), new ExternalData(file.toAbsolutePath().getParent()), bytes);
        } catch (final InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new InvalidNetworkException("the file is no ONNX model, or it is truncated or damaged", e);
        } catch (final IOException e) {
            throw new InvalidNetworkException("cannot be read (%s)".formatted(e.getClass().getSimpleName()), e);
        }
    }

    /** Whether a file that begins like this may be an ONNX model: the version of the format, and then the producer's name or the graph. */
    static boolean begins(final byte[] start) {
        return start.length >= 3 && start[0] == 0x08 && start[1] > 0 && start[1] < 0x20
                && (start[2] == 0x12 || start[2] == 0x1A || start[2] == 0x32 || start[2] == 0x3A || start[2] == 0x42);
    }

    /** How many bytes the file has. */
    long size() {
        return bytes.size();
    }

    /** The file from its first byte on. */
    CodedInputStream stream() {
        return stream(bytes);
    }

    private static CodedInputStream stream(final ByteString bytes) {
        final CodedInputStream stream = bytes.newCodedInput();
        stream.enableAliasing(true);
        stream.setRecursionLimit(DEEPEST);
        return stream;
    }

    private static int opset(final ModelProto model) throws InvalidNetworkException {
        if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
            throw new InvalidNetworkException("the file is no ONNX model: it holds no graph");
        }
        final long opset = model.getOpsetImportList().stream().filter(set -> OperatorNames.isStandard(set.getDomain()))
                .mapToLong(OperatorSetIdProto::getVersion).max().orElse(0);
        if (opset < OLDEST_OPSET || opset > NEWEST_OPSET) {
            throw new InvalidNetworkException("the model uses %s; this version reads operator sets %d to %d"
                    .formatted(opset == 0 ? "no operator set" : "operator set " + opset, OLDEST_OPSET, NEWEST_OPSET));
        }
        return (int) opset;
    }
}
