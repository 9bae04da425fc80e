package org.filterscope.ui.graph.details;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.graph.GraphHeading;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.PatternScore;
import org.filterscope.ui.graph.model.EdgeTable;
import org.filterscope.ui.graph.model.FilterWords;
import org.filterscope.ui.graph.model.GraphTable;
import org.filterscope.ui.graph.model.Mark;
import org.filterscope.ui.graph.model.Neighbourhood;

/** What is selected, in words that a colleague could say. */
public record MarkWords(GraphTable table, FilterWords words) {

    /** What it is called. */
    public String name(final Mark mark) {
        final String layer = table.layers().get(mark.layer()).name();
        return switch (mark) {
            case final Mark.OfLayer all -> layer;
            case final Mark.OfFilter filter -> layer + "/" + table.filter(filter.layer(), filter.group());
            case final Mark.OfPattern pattern -> NLS.bind(Messages.MarkWords_pattern, layer + "/" + table.filter(pattern.layer(), pattern.group()),
                    table.index(pattern.pattern()));
        };
    }

    /** Its name and, below, what it follows. */
    public String tip(final Mark mark) {
        return switch (mark) {
            case final Mark.OfLayer layer -> name(mark);
            case final Mark.OfFilter filter -> name(mark) + "\n" + ofFilter(filter);
            case final Mark.OfPattern pattern -> name(mark) + "\n" + ofPattern(pattern);
        };
    }

    public String sentence(final Mark mark) {
        return switch (mark) {
            case final Mark.OfLayer layer -> NLS.bind(Messages.MarkWords_layer,
                    new Object[] {table.groups(layer.layer()), table.layers().get(layer.layer()).filters(),
                        table.layers().get(layer.layer()).patterns()});
            case final Mark.OfFilter filter -> ofFilter(filter);
            case final Mark.OfPattern pattern -> ofPattern(pattern);
        };
    }

    /** Why nothing is told of a filter that the graph does not have. */
    public String missing(final String layer, final int filter) {
        final List<String> layers = table.layers().stream().map(GraphLayer::name).toList();
        return layers.contains(layer) ? NLS.bind(Messages.MarkWords_noPatterns, filter)
                : NLS.bind(Messages.MarkWords_noLayer, layer, String.join(", ", layers));
    }

    private String ofFilter(final Mark.OfFilter mark) {
        final int size = table.size(mark.layer(), mark.group());
        final List<String> sentences = new ArrayList<>();
        sentences.add(size == 1 ? Messages.MarkWords_onePattern : NLS.bind(Messages.MarkWords_patterns, size));
        mostFrequentPart(mark).ifPresent(part -> sentences.add(NLS.bind(Messages.MarkWords_most, part.getKey(), part.getValue())));
        final int filter = table.filter(mark.layer(), mark.group());
        words.labelOf(mark.layer(), filter).ifPresent(label -> sentences.add(NLS.bind(Messages.MarkWords_label, label)));
        words.classOf(mark.layer(), filter).ifPresent(name -> sentences.add(NLS.bind(Messages.MarkWords_class, name)));
        return String.join(" ", sentences);
    }

    private Optional<Map.Entry<String, Integer>> mostFrequentPart(final Mark mark) {
        final Map<String, Integer> counts = new HashMap<>();
        new Neighbourhood(table).patterns(mark).map(table::part).filter(part -> part != GraphTable.NO_PART)
                .forEach(part -> counts.merge(table.heading().parts().get(part), 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()));
    }

    private String ofPattern(final Mark.OfPattern mark) {
        final int pattern = mark.pattern();
        final GraphHeading heading = table.heading();
        final NumberFormat percent = NumberFormat.getPercentInstance();
        final List<String> sentences = new ArrayList<>();
        if (table.part(pattern) != GraphTable.NO_PART) {
            sentences.add(NLS.bind(Messages.MarkWords_part, heading.parts().get(table.part(pattern))));
        } else if (!heading.parts().isEmpty()) {
            sentences.add(Messages.MarkWords_noPart);
        }
        number(PatternScore.PRESENCE, pattern).ifPresent(
                share -> sentences.add(NLS.bind(Messages.MarkWords_presence, percent.format(share), heading.pictures().size())));
        number(PatternScore.EXPLAINED, pattern)
                .ifPresent(share -> sentences.add(NLS.bind(Messages.MarkWords_explained, percent.format(share))));
        final EdgeTable edges = table.edges();
        final int parents = edges.parentStart()[pattern + 1] - edges.parentStart()[pattern];
        final int children = edges.childStart()[pattern + 1] - edges.childStart()[pattern];
        if (parents > 0) {
            sentences.add(NLS.bind(parents == 1 ? Messages.MarkWords_oneParent : Messages.MarkWords_parents, parents,
                    table.layers().get(mark.layer() - 1).name()));
        }
        if (children > 0) {
            sentences.add(NLS.bind(children == 1 ? Messages.MarkWords_oneChild : Messages.MarkWords_children, children,
                    table.layers().get(mark.layer() + 1).name()));
        }
        return String.join(" ", sentences);
    }

    private Optional<Float> number(final PatternScore score, final int pattern) {
        return table.scores(score).map(numbers -> numbers[pattern]).filter(number -> !number.isNaN());
    }

    /** Mean of the patterns that have the score; not a number when none has. */
    double mean(final PatternScore score, final Mark mark) {
        final float[] numbers = table.scores(score).orElseThrow();
        final IntStream patterns = new Neighbourhood(table).patterns(mark);
        return patterns.mapToDouble(pattern -> numbers[pattern]).filter(Double::isFinite).average().orElse(Double.NaN);
    }
}
