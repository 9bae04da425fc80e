package org.filterscope.ui.graph.model;

import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** What hangs together with something in a graph. */
public final class Neighbourhood {
    private final GraphTable table;
    private final EdgeTable edges;

    public Neighbourhood(final GraphTable table) {
        this.table = table;
        edges = table.edges();
    }

    /** The patterns of a mark: one, a filter's, or a layer's. */
    public IntStream patterns(final Mark mark) {
        return switch (mark) {
            case final Mark.OfLayer layer -> IntStream.range(table.layers().get(layer.layer()).first(),
                    table.layers().get(layer.layer()).first() + table.layers().get(layer.layer()).patterns());
            case final Mark.OfFilter filter -> IntStream.range(table.first(filter.layer(), filter.group()),
                    table.first(filter.layer(), filter.group()) + table.size(filter.layer(), filter.group()));
            case final Mark.OfPattern pattern -> IntStream.of(pattern.pattern());
        };
    }

    /** The mark's patterns with all their ancestors and descendants. */
    public BitSet family(final Mark mark) {
        final BitSet family = new BitSet(table.patterns());
        spread(patterns(mark).toArray(), family, true);
        spread(patterns(mark).toArray(), family, false);
        return family;
    }

    /** Patterns are numbered from the top: parents come before their children. */
    private void spread(final int[] from, final BitSet family, final boolean up) {
        final BitSet reached = new BitSet(table.patterns());
        for (final int pattern : from) {
            reached.set(pattern);
        }
        if (up) {
            for (int pattern = reached.length() - 1; pattern >= 0; pattern = reached.previousSetBit(pattern - 1)) {
                for (int edge = edges.parentStart()[pattern]; edge < edges.parentStart()[pattern + 1]; edge++) {
                    reached.set(edges.parents()[edge]);
                }
                if (pattern == 0) {
                    break;
                }
            }
        } else {
            for (int pattern = reached.nextSetBit(0); pattern >= 0; pattern = reached.nextSetBit(pattern + 1)) {
                for (int place = edges.childStart()[pattern]; place < edges.childStart()[pattern + 1]; place++) {
                    reached.set(edges.children()[place]);
                }
            }
        }
        family.or(reached);
    }

    /** Edges from and to the mark's patterns, the strongest, by number; no more than {@code most}. */
    public int[] edgesOf(final Mark mark, final int most) {
        final Strongest strongest = new Strongest(most);
        patterns(mark).forEach(pattern -> {
            for (int edge = edges.parentStart()[pattern]; edge < edges.parentStart()[pattern + 1]; edge++) {
                strongest.accept(edge);
            }
            for (int place = edges.childStart()[pattern]; place < edges.childStart()[pattern + 1]; place++) {
                strongest.accept(edges.childEdge()[place]);
            }
        });
        return strongest.numbers();
    }

    /** Edges between these patterns, the strongest, by number; no more than {@code most}. */
    public int[] edgesAmong(final BitSet patterns, final int most) {
        final Strongest strongest = new Strongest(most);
        for (int pattern = patterns.nextSetBit(0); pattern >= 0; pattern = patterns.nextSetBit(pattern + 1)) {
            for (int edge = edges.parentStart()[pattern]; edge < edges.parentStart()[pattern + 1]; edge++) {
                if (patterns.get(edges.parents()[edge])) {
                    strongest.accept(edge);
                }
            }
        }
        return strongest.numbers();
    }

    private final class Strongest implements IntConsumer {
        private final int most;
        private final PriorityQueue<Integer> kept = new PriorityQueue<>(
                Comparator.comparingDouble((final Integer edge) -> edges.weights()[edge]).thenComparing(Comparator.reverseOrder()));

        Strongest(final int most) {
            this.most = most;
        }

        @Override
        public void accept(final int edge) {
            if (kept.size() < most) {
                kept.add(edge);
            } else if (edges.weights()[edge] > edges.weights()[kept.peek()]) {
                kept.poll();
                kept.add(edge);
            }
        }

        int[] numbers() {
            return kept.stream().mapToInt(Integer::intValue).sorted().toArray();
        }
    }
}
