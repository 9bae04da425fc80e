package org.filterscope.engine.onnx.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import org.filterscope.engine.graph.InvalidNetworkException;

/**
 * Weights in files beside the model. The model names the file, and models are not trusted: only files in the model's own directory, or below
 * it, are opened.
 */
final class ExternalData {
    private final Path directory;

    /** @param directory of the model */
    ExternalData(final Path directory) {
        this.directory = directory;
    }

    /** The bytes of a tensor, as many as its file has for it. */
    ByteBuffer bytes(final TensorProto tensor) throws InvalidNetworkException {
        final Map<String, String> entries = new HashMap<>();
        for (final StringStringEntryProto entry : tensor.getExternalDataList()) {
            entries.put(entry.getKey(), entry.getValue());
        }
        final String location = entries.getOrDefault("location", "");
        final Path file = resolve(tensor, location);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final long offset = number(tensor, entries, "offset", 0);
            final long length = number(tensor, entries, "length", channel.size() - offset);
            if (offset < 0 || length < 0 || offset > channel.size() || length > channel.size() - offset || length > Integer.MAX_VALUE) {
                throw new InvalidNetworkException("the weights '%s' are said to be %d bytes from byte %d on in '%s', which has %d bytes"
                        .formatted(name(tensor), length, offset, LayerNames.clean(location), channel.size()));
            }
            return FileBytes.read(channel, offset, length);
        } catch (final IOException e) {
            throw new InvalidNetworkException("the weights '%s' lie in the file '%s', which cannot be read"
                    .formatted(name(tensor), LayerNames.clean(location)), e);
        }
    }

    private Path resolve(final TensorProto tensor, final String location) throws InvalidNetworkException {
        try {
            final Path relative = Path.of(location.replace('\\', '/'));
            if (location.isEmpty() || relative.getRoot() != null || Stream.of(location.split("[/\\\\]")).anyMatch(".."::equals)) {
                throw outside(tensor, location);
            }
            final Path file = directory.resolve(relative);
            if (!Files.isRegularFile(file)) {
                throw new InvalidNetworkException("the weights '%s' should lie in the file '%s' beside the model, which is not there"
                        .formatted(name(tensor), LayerNames.clean(location)));
            }
            if (!file.toRealPath().startsWith(directory.toRealPath())) {
                throw outside(tensor, location);
            }
            return file;
        } catch (final IOException | InvalidPathException e) {
            throw outside(tensor, location);
        }
    }

    private static InvalidNetworkException outside(final TensorProto tensor, final String location) {
        return new InvalidNetworkException("the weights '%s' are said to lie in '%s'; only files in the model's directory are opened"
                .formatted(name(tensor), LayerNames.clean(location)));
    }

    private static String name(final TensorProto tensor) {
        return LayerNames.clean(tensor.getName());
    }

    private static long number(final TensorProto tensor, final Map<String, String> entries, final String key, final long otherwise)
            throws InvalidNetworkException {
        try {
            return entries.containsKey(key) ? Long.parseLong(entries.get(key)) : otherwise;
        } catch (final NumberFormatException e) {
            throw new InvalidNetworkException("the weights '%s' have the %s '%s', which is no number"
                    .formatted(name(tensor), key, LayerNames.clean(entries.get(key))), e);
        }
    }
}
