package org.filterscope.ui.graph.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.filterscope.core.graph.PatternScore;

/** What colors can tell of patterns. */
public sealed interface ColorBy {

    /** For keeping. */
    String key();

    /** Something that a pattern, or its filter, is a kind of. */
    enum Kind implements ColorBy {
        /** The landmark that the pattern follows. */
        PART,
        /** The class that its filter tells best. */
        CLASS,
        /** The concept that its filter stands for. */
        LABEL;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A number of the pattern. */
    record OfScore(PatternScore score) implements ColorBy {

        @Override
        public String key() {
            return "score:" + score.column();
        }
    }

    /** What a graph has something to tell about, in the order in which it is offered. */
    static List<ColorBy> of(final GraphTable table, final FilterWords words) {
        final List<ColorBy> choices = new ArrayList<>();
        if (!table.heading().parts().isEmpty()) {
            choices.add(Kind.PART);
        }
        if (words.classes().stream().anyMatch(layer -> !layer.isEmpty())) {
            choices.add(Kind.CLASS);
        }
        if (words.labels().stream().anyMatch(layer -> !layer.isEmpty())) {
            choices.add(Kind.LABEL);
        }
        table.scores().forEach(score -> choices.add(new OfScore(score)));
        return choices;
    }

    /** The choice of that key, if it is offered. */
    static Optional<ColorBy> find(final List<ColorBy> choices, final String key) {
        return choices.stream().filter(choice -> choice.key().equals(key)).findFirst();
    }
}
