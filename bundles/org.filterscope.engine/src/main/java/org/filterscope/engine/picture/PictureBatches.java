package org.filterscope.engine.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.FeatureMaps;

/**
 * Reads pictures batch by batch. While the caller works on a batch the next one is decoded; never more than two are in memory.
 * For one thread.
 */
public final class PictureBatches implements AutoCloseable {
    private final List<PictureFile> pictures;
    private final InputPreparation preparation;
    private final int size;
    private final PictureDecoder decoder = new PictureDecoder();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        final Thread thread = new Thread(task, "Filterscope pictures");
        thread.setDaemon(true);
        return thread;
    });
    private int next;
    private Future<PictureBatch> ahead;

    /** @param size pictures a batch; the last may have fewer */
    public PictureBatches(final List<PictureFile> pictures, final InputPreparation preparation, final int size) {
        this.pictures = List.copyOf(pictures);
        this.preparation = preparation;
        this.size = size;
        readAhead();
    }

    /**
     * The next batch; empty after the last.
     *
     * @throws InvalidInputException when a picture cannot be read
     */
    public Optional<PictureBatch> next() throws InvalidInputException {
        if (ahead == null) {
            return Optional.empty();
        }
        try {
            final PictureBatch batch = ahead.get();
            readAhead();
            return Optional.of(batch);
        } catch (final ExecutionException e) {
            switch (e.getCause()) {
                case final InvalidInputException cause -> throw cause;
                case final Error cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for pictures", e);
        }
    }

    private void readAhead() {
        final List<PictureFile> files = pictures.subList(next, Math.min(pictures.size(), next + size));
        next += files.size();
        ahead = files.isEmpty() ? null : reader.submit(() -> read(files));
    }

    private PictureBatch read(final List<PictureFile> files) throws InvalidInputException {
        final int values = Math.toIntExact(preparation.shape().size());
        final float[] input = new float[Math.multiplyExact(files.size(), values)];
        final List<byte[]> digests = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            final byte[] bytes = decoder.bytes(files.get(i).file());
            digests.add(Digests.sha256().digest(bytes));
            preparation.write(preparation.fit(decoder.decode(files.get(i).file(), bytes)), input, i * values);
        }
        return new PictureBatch(files, digests, new FeatureMaps(files.size(), preparation.shape(), input));
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
