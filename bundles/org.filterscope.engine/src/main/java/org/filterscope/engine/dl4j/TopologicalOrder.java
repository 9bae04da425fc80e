package org.filterscope.engine.dl4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

import org.filterscope.engine.graph.InvalidNetworkException;

/**
 * The order in which Deeplearning4j visits the vertices of a graph, and in which it lines up their parameters. Of the many orders that put
 * each vertex after its inputs, only Deeplearning4j's own finds the right weights: Kahn's algorithm over the vertices' numbers, first in,
 * first out.
 */
final class TopologicalOrder {

    private TopologicalOrder() {
    }

    /** @param vertices by name, the input first, the others as the file has them */
    static List<String> of(final Map<String, Dl4jLayer> vertices) throws InvalidNetworkException {
        final List<String> names = List.copyOf(vertices.keySet());
        final Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        // Deeplearning4j keeps successors in hash sets, too: the order of their numbers in the table decides, and only the same kind of set
        // with the same insertions has it.
        final List<Set<Integer>> successors = new ArrayList<>();
        final List<Set<Integer>> missing = new ArrayList<>();
        names.forEach(name -> successors.add(new HashSet<>()));
        for (int number = 0; number < names.size(); number++) {
            final Set<Integer> inputs = new HashSet<>();
            for (final String input : vertices.get(names.get(number)).inputs()) {
                if (!numbers.containsKey(input)) {
                    throw new InvalidNetworkException("vertex '%s' takes '%s', which is not described".formatted(names.get(number), input));
                }
                inputs.add(numbers.get(input));
                successors.get(numbers.get(input)).add(number);
            }
            missing.add(inputs);
        }
        return names(names, successors, missing);
    }

    private static List<String> names(final List<String> names, final List<Set<Integer>> successors, final List<Set<Integer>> missing)
            throws InvalidNetworkException {
        final Queue<Integer> ready = new ArrayDeque<>();
        for (int number = 0; number < names.size(); number++) {
            if (missing.get(number).isEmpty()) {
                ready.add(number);
            }
        }
        final List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            final Integer next = ready.remove();
            order.add(names.get(next));
            for (final Integer successor : successors.get(next)) {
                missing.get(successor).remove(next);
                if (missing.get(successor).isEmpty()) {
                    ready.add(successor);
                }
            }
        }
        if (order.size() != names.size()) {
            throw new InvalidNetworkException("some vertices of the graph form a loop");
        }
        return order;
    }
}
