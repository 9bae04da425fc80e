package org.filterscope.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.core.progress.Progress;

/** Hears when stages begin. */
final class StageTimes implements Progress {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private String current;
    private long began;

    @Override
    public void begin(final String task, final long steps, final double share) {
        end();
        current = task;
        began = System.nanoTime();
    }

    void end() {
        if (current != null) {
            seconds.put(current, (System.nanoTime() - began) / 1e9);
        }
    }

    double sum(final String word) {
        return seconds.entrySet().stream().filter(stage -> stage.getKey().contains(word)).mapToDouble(Map.Entry::getValue).sum();
    }

    /** @param parents of the iterations that choose them (2, 5, 8, …), or of the others; the first, which loads, does not count */
    double median(final String word, final boolean parents) {
        final List<Double> chosen = new ArrayList<>();
        int number = 0;
        for (final Map.Entry<String, Double> stage : seconds.entrySet()) {
            if (stage.getKey().contains(word)) {
                number++;
                if (number > 1 && (number % 3 == 2) == parents) {
                    chosen.add(stage.getValue());
                }
            }
        }
        return chosen.stream().sorted().skip(chosen.size() / 2).findFirst().orElse(Double.NaN);
    }

    double whole() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public void advance(final long steps) {
    }

    @Override
    public boolean isCancelled() {
        return false;
    }
}
