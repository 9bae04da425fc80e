package org.filterscope.core.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.junit.jupiter.api.Test;

class HumanCheckTest {

    private static Agreement agreement(final String name, final Verdict verdict, final String labelThen, final String labelNow) {
        return Agreement.of(new FilterName("aa", name, Optional.ofNullable(verdict), "conv3", 0, labelThen, ""), Optional.ofNullable(labelNow));
    }

    @Test
    void theVerdictDecides() {
        assertThat(agreement("", Verdict.RIGHT, "car", "car")).isEqualTo(Agreement.AGREES);
        assertThat(agreement("car", Verdict.WRONG, "car", "car")).isEqualTo(Agreement.DIFFERS);
        assertThat(agreement("bright boats", Verdict.RIGHT, "harbour", "harbour")).isEqualTo(Agreement.AGREES);
        assertThat(agreement("", Verdict.UNCLEAR, "car", "car")).isEqualTo(Agreement.UNCLEAR);
    }

    @Test
    void aVerdictOnAnotherLabelSaysNothingOfThisOne() {
        assertThat(agreement("", Verdict.RIGHT, "car", "road")).isEqualTo(Agreement.OPEN);
        assertThat(agreement("road", Verdict.WRONG, "car", "road")).isEqualTo(Agreement.AGREES);
    }

    @Test
    void aNameAloneIsComparedAsAWord() {
        assertThat(agreement(" Car ", null, "car", "car")).isEqualTo(Agreement.AGREES);
        assertThat(agreement("cars", null, "car", "car")).isEqualTo(Agreement.DIFFERS);
        assertThat(agreement("car", null, "", null)).isEqualTo(Agreement.OPEN);
        assertThat(agreement("", null, "car", "car")).isEqualTo(Agreement.OPEN);
    }

    @Test
    void theShareOfRightLabelsIsThatOfTheJudgedOnes() {
        FilterNames names = FilterNames.NONE;
        names = names.with(said("f0", Verdict.RIGHT)).with(said("f1", Verdict.RIGHT)).with(said("f2", Verdict.WRONG))
                .with(said("f3", Verdict.UNCLEAR));
        final List<FilterRow> filters = List.of(filter(0, "f0"), filter(1, "f1"), filter(2, "f2"), filter(3, "f3"), filter(4, "f4"),
                new FilterRow(5, 0, 0, 0, 0, true));
        final HumanCheck check = HumanCheck.of("conv3", filters, names);
        assertThat(check).isEqualTo(new HumanCheck("conv3", 5, 2, 1, 1));
        assertThat(check.share()).isEqualTo(0.5);
        assertThat(HumanCheck.of("conv3", filters, FilterNames.NONE).share()).isNaN();
    }

    @Test
    void filtersWithTheSameWeightsShareWhatIsSaid() {
        final List<FilterRow> twins = List.of(filter(0, "same"), filter(1, "same"));
        assertThat(HumanCheck.of("conv3", twins, FilterNames.NONE.with(said("same", Verdict.RIGHT))).right()).isEqualTo(2);
    }

    private static FilterName said(final String fingerprint, final Verdict verdict) {
        return new FilterName(fingerprint, "", Optional.of(verdict), "old name of the layer", 0, "car", "");
    }

    private static FilterRow filter(final int channel, final String fingerprint) {
        return new FilterRow(channel, 0, 0, 1, 1, false)
                .with(Scores.NONE.with(Score.LABEL, "car").with(Score.FINGERPRINT, fingerprint));
    }
}
