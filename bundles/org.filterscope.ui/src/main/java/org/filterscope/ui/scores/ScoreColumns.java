package org.filterscope.ui.scores;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.filterscope.core.report.Score;

/** All columns that there can be, in the order in which they stand at first: what a filter is, then how strongly, then what it does. */
final class ScoreColumns {
    static final List<ScoreColumn> ALL = List.copyOf(Stream.of(
            List.of(StatisticColumn.FILTER, StatisticColumn.PICTURES, NameColumn.NAME, new AnalysisColumn(Score.LABEL), NameColumn.AGREEMENT),
            Arrays.stream(Score.values()).filter(score -> score != Score.LABEL && score.ordinal() < Score.RF_MEASURED.ordinal())
                    .map(AnalysisColumn::new).toList(),
            List.of(StatisticColumn.STRONGEST_CLASS),
            Arrays.stream(Score.values()).filter(score -> score.ordinal() >= Score.RF_MEASURED.ordinal()).map(AnalysisColumn::new).toList(),
            List.of(StatisticColumn.MEAN, StatisticColumn.DEVIATION, StatisticColumn.MAXIMUM, StatisticColumn.FIRES, StatisticColumn.DEAD))
            .<ScoreColumn>flatMap(List::stream).toList());

    private ScoreColumns() {
    }

    static Optional<ScoreColumn> of(final String key) {
        return ALL.stream().filter(column -> column.key().equals(key)).findFirst();
    }
}
