package org.filterscope.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.filterscope.core.report.PixelBox;
import org.junit.jupiter.api.Test;

final class TraceTextTest {
    private final ContributionTrace trace = SampleTrace.of(List.of(SampleTrace.full(), SampleTrace.filter(7, "car", 3.1),
            SampleTrace.filter(3, "river", -2.04), SampleTrace.filter(0, "", 0)));

    @Test
    void thePredictionNamesTheClassWhatSpeaksForAndAgainstItAndWhatItConsistsOf() {
        assertThat(new TraceText(trace).prediction()).isEqualTo("freeway 91 %: filter 39 'freeway \"wide\"' +15.7, filter 7 'car' +3.1; "
                + "against: filter 3 'river' −2.0; 84 % parts, 9 % textures, 7 % not explained "
                + "(layer concept, by the explanatory graph's patterns, weighted by relevance)");
    }

    @Test
    void whatIsNotNamedIsCountedAndSummedUp() {
        final List<FilterTrace> filters = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            filters.add(SampleTrace.filter(i, "", i));
            filters.add(SampleTrace.filter(10 + i, "", -i));
        }
        assertThat(new TraceText(withoutBreakdown(SampleTrace.of(filters))).prediction()).isEqualTo(
                "freeway 91 %: filter 7 +7.00, filter 6 +6.00, filter 5 +5.00, filter 4 +4.00, 3 others +6.00; "
                        + "against: filter 17 −7.00, filter 16 −6.00, filter 15 −5.00, 4 others −10.00");
    }

    @Test
    void whereNothingSpeaksForTheClassThatIsSaid() {
        assertThat(new TraceText(withoutBreakdown(SampleTrace.of(List.of(SampleTrace.filter(2, "", -0.5))))).prediction())
                .isEqualTo("freeway 91 %: no filter of layer concept speaks for it; against: filter 2 −0.500");
    }

    @Test
    void withoutProbabilitiesTheLogitIsTold() {
        final ContributionTrace bare = new ContributionTrace(trace.picture(), trace.model(),
                List.of(new TracedClass("cat", -3.25, OptionalDouble.empty())), 0, 1, List.of(), Optional.empty(), "", Optional.empty(), List.of());

        assertThat(new TraceText(bare).prediction()).isEqualTo("cat −3.25");
    }

    @Test
    void anotherClassThanTheFirstChoiceIsPutInItsPlace() {
        final ContributionTrace second = new ContributionTrace(trace.picture(), trace.model(), trace.classes(), 0, 2, List.of(), Optional.empty(), "",
                Optional.empty(), List.of());

        assertThat(new TraceText(trace).rank()).isEmpty();
        assertThat(new TraceText(second).rank()).contains("river is choice 2 of 2; the first is freeway 91 %.");
    }

    @Test
    void everyMethodSaysHowFarItCanBeTrusted() {
        assertThat(method(TraceMethod.EXACT, OptionalDouble.of(0))).isEqualTo(
                "Layer concept: its 1 filter adds 13.8 to a logit of 14.2 that without them would be 0.5; "
                        + "exact, because all layers above are affine.");
        assertThat(method(TraceMethod.INTEGRATED, OptionalDouble.of(0.003))).endsWith("; integrated gradients, which miss the difference by 0.3 %.");
        assertThat(method(TraceMethod.GRADIENT, OptionalDouble.of(0.34)))
                .endsWith("; gradient × activation, which holds for small changes only: the contributions miss the difference by 34 %.");
        assertThat(method(TraceMethod.GRADIENT, OptionalDouble.empty())).endsWith("the contributions are given where there is no difference.");
    }

    private String method(final TraceMethod method, final OptionalDouble error) {
        return new TraceText(trace).method(new LayerTrace("concept", method, 15, 15, 14.24, 0.47, 13.77, error,
                List.of(SampleTrace.filter(39, "", 15.7)), List.of()));
    }

    @Test
    void whatSilencingAFilterDoesIsMeasuredAndTold() {
        assertThat(new TraceText(trace).checks(trace.layers().getFirst())).containsExactly(
                "Without filter 39 'freeway \"wide\"' of layer concept the logit changes by −15.7 and the probability by −90.0 points.");
    }

    @Test
    void whatHardlyChangesIsNotToldAsANumber() {
        final FilterTrace deaf = new FilterTrace(1, "", "", "", -1e-9, OptionalDouble.empty(), Optional.empty(),
                Optional.of(new AblationChange(1e-9, OptionalDouble.of(-0.0004))), List.of(), 0);
        final LayerTrace layer = new LayerTrace("a", TraceMethod.EXACT, 1, 1, -1e-9, -1e-9, -1e-9, OptionalDouble.of(0),
                List.of(SampleTrace.filter(0, "", 1), deaf), List.of());

        assertThat(new TraceText(trace).checks(layer)).containsExactly(
                "Without filter 1 of layer a the logit changes by +0.00, the probability by less than 0.1 points.");
        assertThat(new TraceText(trace).method(layer))
                .startsWith("Layer a: its 2 filters add 0.00 to a logit of 0.00 that without them would be 0.00");
    }

    @Test
    void aFilterIsTakenApartIntoItsPatternsAndTheRest() {
        assertThat(new TraceText(trace).patterns(trace.layers().getFirst())).containsExactly(
                "In filter 39 'freeway \"wide\"' of layer concept: part pattern 2 'lane' +12.5 at row 100, column 91; all else +3.2.");
    }

    @Test
    void theStrongestRegionAndThePlaceAreTold() {
        assertThat(new TraceText(trace).region(trace.layers().getFirst()))
                .contains("In layer concept a region of 12 positions, rows 3 to 49 and columns 4 to 59, adds +9.5.");
        assertThat(new TraceText(trace).place())
                .contains("By CAM of layer concept it is in rows 3 to 49 and columns 4 to 59 of the network's input.");
    }

    @Test
    void onlyARegionThatSpeaksForTheClassIsTold() {
        final LayerTrace against = new LayerTrace("a", TraceMethod.EXACT, 2, 2, 0, 0, 0, OptionalDouble.empty(), List.of(),
                List.of(new RegionTrace(-3, 1, new PixelBox(0, 0, 1, 1))));

        assertThat(new TraceText(trace).region(against)).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidInTheEnd() {
        final ContributionTrace missing = new ContributionTrace(trace.picture(), new TracedModel("m", "nd4j", "", "", "There is no report."),
                trace.classes(), 1, 1, List.of(), Optional.empty(), "Parts are not told apart.", Optional.empty(), List.of());

        assertThat(new TraceText(missing).lines()).containsExactly("freeway 91 %", "Parts are not told apart.", "There is no report.");
    }

    @Test
    void sharesNeverSumUpToMoreThanAWhole() {
        final ContributionTrace half = new ContributionTrace(trace.picture(), trace.model(), trace.classes(), 1, 1, List.of(),
                Optional.of(new Breakdown(BreakdownDefinition.DISSECTION, "concept", 0.505, 0.495, 0)), "", Optional.empty(), List.of());

        assertThat(new TraceText(half).prediction())
                .isEqualTo("freeway 91 %: 51 % parts, 49 % textures, 0 % not explained (layer concept, by the labels of network dissection)");
    }

    @Test
    void nearlySureIsNotSure() {
        assertThat(SignedNumbers.percent(0.99999)).isEqualTo("> 99.9 %");
        assertThat(SignedNumbers.percent(0.9921)).isEqualTo("99.2 %");
        assertThat(SignedNumbers.percent(1)).isEqualTo("100 %");
        assertThat(SignedNumbers.percent(0.0001)).isEqualTo("< 0.1 %");
        assertThat(SignedNumbers.percent(0.042)).isEqualTo("4.2 %");
        assertThat(SignedNumbers.percent(0)).isEqualTo("0 %");
    }

    private static ContributionTrace withoutBreakdown(final ContributionTrace of) {
        return new ContributionTrace(of.picture(), of.model(), of.classes(), of.traced(), of.rank(), of.layers(), Optional.empty(), "", of.box(),
                of.heats());
    }
}
