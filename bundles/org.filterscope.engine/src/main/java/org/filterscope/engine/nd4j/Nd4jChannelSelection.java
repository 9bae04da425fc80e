package org.filterscope.engine.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Channels picked by their numbers. On the way back each channel gathers the gradients of all places where it was picked. */
final class Nd4jChannelSelection extends Nd4jOperation {
    private final INDArray picked;
    private final List<Round> back = new ArrayList<>();

    Nd4jChannelSelection(final List<Integer> selected, final int channels) {
        picked = numbers(selected.stream().mapToInt(Integer::intValue).toArray());
        final List<List<Integer>> places = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            places.add(new ArrayList<>());
        }
        for (int place = 0; place < selected.size(); place++) {
            places.get(selected.get(place)).add(place);
        }
        final int rounds = places.stream().mapToInt(List::size).max().orElse(0);
        for (int round = 0; round < rounds; round++) {
            back.add(Round.of(places, round));
        }
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        return gather(inputs.get(0), picked, result);
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        back.get(0).gather(gradient, into);
        for (final Round round : back.subList(1, back.size())) {
            try (INDArray more = Nd4jArrays.like(into)) {
                into.addi(round.gather(gradient, more));
            }
        }
        return into;
    }

    private static INDArray gather(final INDArray from, final INDArray channels, final INDArray to) {
        return Nd4jCall.of("gather").inputs(List.of(from, channels)).integers(1).into(to);
    }

    private static INDArray numbers(final int... values) {
        return Nd4j.createFromArray(values);
    }

    @Override
    public void close() {
        picked.close();
        back.forEach(Round::close);
    }

    /** Where each channel was picked for the first, second, … time; the factor is 0 where it was not. */
    private record Round(INDArray places, INDArray factors) {

        static Round of(final List<List<Integer>> places, final int round) {
            final int[] numbers = new int[places.size()];
            final float[] factors = new float[places.size()];
            Arrays.setAll(numbers, channel -> places.get(channel).size() > round ? places.get(channel).get(round) : 0);
            for (int channel = 0; channel < factors.length; channel++) {
                factors[channel] = places.get(channel).size() > round ? 1 : 0;
            }
            return new Round(numbers(numbers), Nd4jArrays.of(factors, 1, factors.length, 1, 1));
        }

        INDArray gather(final INDArray gradient, final INDArray into) {
            Nd4jChannelSelection.gather(gradient, places, into);
            return Nd4jCall.of("multiply").inputs(List.of(into, factors)).into(into);
        }

        void close() {
            places.close();
            factors.close();
        }
    }
}
