package org.filterscope.core.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.report.FilterNumbers;

/** Reads what a configuration demands of its report. */
final class GateReader {
    private static final String GATES = "gates";
    private static final String FLAWS = "flaws";
    private static final String ACCURACY = "accuracy";
    private static final String REGRESSIONS = "regressions";
    private static final String NEW_FINDINGS = "new-findings";
    private static final int MOST = 1_000_000;

    private final Path file;
    private final Path output;

    /** @param output the run's own report, which cannot be its own baseline */
    GateReader(final Path file, final Path output) {
        this.file = file;
        this.output = output;
    }

    GateSettings read(final YamlMapping root) throws InvalidConfigurationException {
        final Optional<YamlMapping> given = root.mapping(GATES, ConfigurationKeys.names(GATES));
        if (given.isEmpty()) {
            return GateSettings.NONE;
        }
        final YamlMapping gates = given.get();
        final List<FlawGate> flaws = new ArrayList<>();
        for (final YamlMapping flaw : gates.mappings(FLAWS, ConfigurationKeys.names(GATES, FLAWS))) {
            flaws.add(flaws(flaw));
        }
        final List<AccuracyGate> accuracy = new ArrayList<>();
        for (final YamlMapping gate : gates.mappings(ACCURACY, ConfigurationKeys.names(GATES, ACCURACY))) {
            accuracy.add(accuracy(gate));
        }
        final List<ScoreGate> scores = new ArrayList<>();
        for (final String score : FilterNumbers.names()) {
            for (final YamlMapping gate : gates.mappings(score, ConfigurationKeys.names(GATES, score))) {
                final ScoreSelection selection = selection(score, gate);
                needOneOf(gate, "min", "max");
                scores.add(new ScoreGate(selection, number(gate, "min"), number(gate, "max")));
            }
        }
        final Optional<YamlMapping> regressions = gates.mapping(REGRESSIONS, ConfigurationKeys.names(GATES, REGRESSIONS));
        return new GateSettings(flaws, accuracy, scores, regressions.isEmpty() ? Optional.empty() : Optional.of(regressions(regressions.get())));
    }

    private static FlawGate flaws(final YamlMapping gate) throws InvalidConfigurationException {
        final List<FindingKind> kinds = new ArrayList<>();
        for (final String kind : gate.texts("kind")) {
            kinds.add(FindingKind.of(kind).orElseThrow(() -> gate.error("kind", "'kind' must be one of %s, not '%s'".formatted(
                    String.join(", ", Arrays.stream(FindingKind.values()).map(FindingKind::key).toList()), kind))));
        }
        return new FlawGate(gate.choice("severity", Severity.class, Severity.LOW), kinds, (int) gate.whole("max", 0, MOST, 0), gate.line());
    }

    private static AccuracyGate accuracy(final YamlMapping gate) throws InvalidConfigurationException {
        needOneOf(gate, "min", "min-class");
        final Optional<String> category = gate.text("class");
        final OptionalDouble minClass = share(gate, "min-class");
        if (category.isPresent() && minClass.isPresent()) {
            throw gate.error("min-class", "'min-class' is for all classes; with 'class', 'min' says what that class needs");
        }
        return new AccuracyGate(category, share(gate, "min"), minClass, gate.line());
    }

    private static ScoreSelection selection(final String score, final YamlMapping gate) throws InvalidConfigurationException {
        final Aggregate aggregate = gate.choice("aggregate", Aggregate.class, Aggregate.MEAN);
        final OptionalDouble above = number(gate, "above");
        if (above.isPresent() != (aggregate == Aggregate.SHARE)) {
            throw gate.error(above.isPresent() ? "above" : "aggregate",
                    "'above' and 'aggregate: share' belong together: the share of the filters whose "
                    + score + " is above a number");
        }
        return new ScoreSelection(score, gate.text("layer"), aggregate, above.orElse(0), gate.line());
    }

    private RegressionGate regressions(final YamlMapping gate) throws InvalidConfigurationException {
        final String baseline = gate.text("baseline")
                .orElseThrow(() -> gate.error("baseline", "'baseline' is missing: the directory of the report to compare with"));
        final Path directory = ConfigurationReader.resolve(file, gate, "baseline", baseline);
        if (directory.equals(output)) {
            throw gate.error("baseline", "'baseline' is the directory that the run writes to; copy the report that later ones are compared with");
        }
        final List<ScoreChangeGate> scores = new ArrayList<>();
        for (final String score : FilterNumbers.names()) {
            for (final YamlMapping change : gate.mappings(score, ConfigurationKeys.names(GATES, REGRESSIONS, score))) {
                final ScoreSelection selection = selection(score, change);
                needOneOf(change, "fall", "rise");
                scores.add(new ScoreChangeGate(selection, number(change, "fall"), number(change, "rise")));
            }
        }
        return new RegressionGate(directory, share(gate, ACCURACY), share(gate, "class-accuracy"), newFindings(gate), count(gate, "detectors"),
                count(gate, "labels"), scores, gate.line());
    }

    private static Optional<FlawGate> newFindings(final YamlMapping gate) throws InvalidConfigurationException {
        if (gate.isPlain(NEW_FINDINGS)) {
            return Optional.of(new FlawGate(Severity.LOW, List.of(), (int) gate.whole(NEW_FINDINGS, 0, MOST, 0), gate.line(NEW_FINDINGS)));
        }
        final Optional<YamlMapping> flaws = gate.mapping(NEW_FINDINGS, ConfigurationKeys.names(GATES, REGRESSIONS, NEW_FINDINGS));
        return flaws.isEmpty() ? Optional.empty() : Optional.of(flaws(flaws.get()));
    }

    private static void needOneOf(final YamlMapping gate, final String one, final String other) throws InvalidConfigurationException {
        if (gate.node(one).isEmpty() && gate.node(other).isEmpty()) {
            throw gate.error(one, "'%s' or '%s' is missing: what the gate demands".formatted(one, other));
        }
    }

    private static OptionalDouble number(final YamlMapping gate, final String key) throws InvalidConfigurationException {
        final Optional<String> text = gate.text(key);
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(gate.number(key, text.get()));
    }

    private static OptionalDouble share(final YamlMapping gate, final String key) throws InvalidConfigurationException {
        return gate.text(key).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(gate.number(key, 0, 1, 0));
    }

    private static OptionalInt count(final YamlMapping gate, final String key) throws InvalidConfigurationException {
        return gate.text(key).isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) gate.whole(key, 0, MOST, 0));
    }
}
