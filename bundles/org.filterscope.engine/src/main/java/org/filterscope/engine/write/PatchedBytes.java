package org.filterscope.engine.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.read.WeightBlock;

/** Copies bytes, putting other values in some places. What stood there must be what was read before. */
final class PatchedBytes {
    private static final int CHUNK = 1 << 16;

    private final WeightChanges changes;
    /** Of each change, in the order of the file. */
    private final List<Patch> patches = new ArrayList<>();

    /** Changes of neighbouring places in one block, by their indices. */
    private record Patch(WeightBlock block, int from, int to) {
    }

    PatchedBytes(final PlacedChanges placed) {
        changes = placed.changes();
        final int[] places = changes.places();
        for (int from = 0; from < places.length;) {
            final WeightBlock block = placed.block(places[from]);
            int to = from + 1;
            while (to < places.length && block.holds(places[to])) {
                to++;
            }
            patches.add(new Patch(block, from, to));
            from = to;
        }
        patches.sort(Comparator.comparingLong(patch -> patch.block().offset()));
    }

    /** @throws InvalidNetworkException when the bytes are not those that were read before */
    void copy(final InputStream from, final OutputStream to) throws IOException, InvalidNetworkException {
        long position = 0;
        for (final Patch patch : patches) {
            for (int i = patch.from(); i < patch.to(); i++) {
                final long offset = patch.block().offset(changes.places()[i]);
                pass(from, to, offset - position);
                position = offset + patch.block().encoding().size();
                replace(from, to, patch.block(), i);
            }
        }
        from.transferTo(to);
    }

    private void replace(final InputStream from, final OutputStream to, final WeightBlock block, final int change)
            throws IOException, InvalidNetworkException {
        final ByteBuffer bytes = ByteBuffer.allocate(block.encoding().size()).order(block.order());
        if (from.readNBytes(bytes.array(), 0, bytes.capacity()) < bytes.capacity() || !PlacedChanges.isSame(block.encoding().get(bytes), changes.before()[change])) {
            throw changed();
        }
        block.encoding().put(bytes.clear(), changes.after()[change]);
        to.write(bytes.array());
    }

    private static void pass(final InputStream from, final OutputStream to, final long count) throws IOException, InvalidNetworkException {
        if (count < 0) {
            throw changed();
        }
        final byte[] chunk = new byte[(int) Math.min(CHUNK, count)];
        for (long left = count; left > 0;) {
            final int read = from.readNBytes(chunk, 0, (int) Math.min(chunk.length, left));
            if (read == 0) {
                throw changed();
            }
            to.write(chunk, 0, read);
            left -= read;
        }
    }

    private static InvalidNetworkException changed() {
        return new InvalidNetworkException("the weights do not lie where the file says, or the file has changed while it was read");
    }
}
