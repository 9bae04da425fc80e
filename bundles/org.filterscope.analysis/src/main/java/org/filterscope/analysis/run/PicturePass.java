package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.filterscope.analysis.batch.Ahead;
import org.filterscope.analysis.maps.MapStore;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.ValueArrays;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureBatch;
import org.filterscope.engine.picture.PictureBatches;
import org.filterscope.engine.picture.PictureFile;

/** Shows pictures to the network and stores what its layers say of them. Pictures that are stored already are not shown again. */
final class PicturePass {
    private final NetworkSession session;
    private final Set<String> layers;
    private final InputPreparation preparation;
    private final int batch;
    private final boolean mirrored;

    /**
     * @param layers   whose maps are stored
     * @param batch    pictures shown at once
     * @param mirrored whether the network sees them mirrored left to right
     */
    PicturePass(final NetworkSession session, final List<String> layers, final InputPreparation preparation, final int batch,
            final boolean mirrored) {
        this.session = session;
        this.layers = new LinkedHashSet<>(layers);
        this.preparation = preparation;
        this.batch = batch;
        this.mirrored = mirrored;
    }

    /** @param progress advances by every picture of the list */
    void run(final List<PictureFile> pictures, final MapStore store, final Progress progress) throws InvalidInputException, IOException {
        progress.advance(store.pictures());
        Ahead<Integer> storing = new Ahead<>(() -> 0);
        ValueArrays arrays = new ValueArrays();
        ValueArrays others = new ValueArrays();
        try (PictureBatches batches = new PictureBatches(pictures.subList(store.pictures(), pictures.size()), preparation, batch)) {
            for (Optional<PictureBatch> next = batches.next(); next.isPresent(); next = batches.next()) {
                progress.checkCancelled();
                final FeatureMaps input = mirrored ? next.get().input().mirrored() : next.get().input();
                final Map<String, FeatureMaps> maps = session.forward(input, layers, arrays);
                progress.advance(stored(storing));
                final PictureBatch shown = next.get();
                storing = new Ahead<>(() -> store(maps, shown, store));
                // While these are stored, the next ones come in the arrays that are stored already.
                final ValueArrays filled = arrays;
                arrays = others;
                others = filled;
            }
            progress.advance(stored(storing));
        } finally {
            storing.drop();
        }
    }

    /** Happens while the network sees the next batch. */
    private static int store(final Map<String, FeatureMaps> maps, final PictureBatch batch, final MapStore store)
            throws InvalidInputException, IOException {
        checkNumbers(maps, batch);
        store.append(maps, batch.digests());
        return batch.pictures().size();
    }

    /** Waits until the last batch is stored; returns how many pictures it had. */
    private static int stored(final Ahead<Integer> storing) throws InvalidInputException, IOException {
        try {
            return storing.get();
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof final InvalidInputException cause) {
                throw cause;
            }
            throw (IOException) e.getCause();
        }
    }

    /** Weights that broke in training make numbers that are none; statistics over them would look like findings. */
    private static void checkNumbers(final Map<String, FeatureMaps> maps, final PictureBatch batch) throws InvalidInputException {
        for (final Map.Entry<String, FeatureMaps> layer : maps.entrySet()) {
            final float[] values = layer.getValue().values();
            for (int i = 0; i < values.length; i++) {
                if (!Float.isFinite(values[i])) {
                    throw new InvalidInputException("layer '%s' gives %s on %s; the model's weights or the input's settings are broken"
                            .formatted(layer.getKey(), values[i], batch.pictures().get((int) (i / layer.getValue().shape().size())).path()));
                }
            }
        }
    }
}
