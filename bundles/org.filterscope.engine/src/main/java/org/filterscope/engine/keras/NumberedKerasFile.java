package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.PlaceNumbers;
import org.filterscope.engine.read.WeightBlock;

/** A file of Keras that gives the numbers of the weights' places instead of the weights. Weights that are read twice keep their numbers. */
final class NumberedKerasFile implements KerasFile {
    private final KerasFile file;
    private final PlaceNumbers numbers = new PlaceNumbers();
    private final List<WeightBlock> blocks = new ArrayList<>();
    private final Map<Long, Integer> firsts = new HashMap<>();

    NumberedKerasFile(final KerasFile file) {
        this.file = file;
    }

    /** Where the weights that were asked for lie. */
    List<WeightBlock> blocks() {
        return blocks;
    }

    @Override
    public Tensor weights(final KerasLayer layer, final String role, final int... shape) throws InvalidNetworkException {
        final List<Integer> lengths = file.weights(layer, role, shape).shape();
        final Optional<WeightBlock> block = file.block(layer, role);
        if (block.isEmpty()) {
            return numbers.take(lengths);
        }
        final WeightBlock place = block.get();
        final Integer known = firsts.putIfAbsent(place.offset(), numbers.next());
        if (known != null) {
            return PlaceNumbers.from(known, lengths);
        }
        blocks.add(new WeightBlock(numbers.next(), place.count(), place.offset(), place.encoding(), place.order()));
        return numbers.take(lengths);
    }

    @Override
    public String format() {
        return file.format();
    }

    @Override
    public String configuration() throws InvalidNetworkException {
        return file.configuration();
    }

    @Override
    public KerasVersion version() throws InvalidNetworkException {
        return file.version();
    }

    @Override
    public boolean has(final KerasLayer layer, final String role) throws InvalidNetworkException {
        return file.has(layer, role);
    }

    @Override
    public Optional<WeightBlock> block(final KerasLayer layer, final String role) throws InvalidNetworkException {
        return file.block(layer, role);
    }

    @Override
    public Optional<String> entry() {
        return file.entry();
    }

    @Override
    public void close() {
        file.close();
    }
}
