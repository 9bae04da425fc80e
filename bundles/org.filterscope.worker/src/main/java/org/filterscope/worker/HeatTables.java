package org.filterscope.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.filterscope.analysis.heat.BenchmarkResult;
import org.filterscope.analysis.heat.Change;
import org.filterscope.analysis.heat.HeatVerdict;
import org.filterscope.analysis.heat.MethodScore;
import org.filterscope.analysis.heat.Share;
import org.filterscope.analysis.run.ComparedHeat;
import org.filterscope.core.report.TableWriter;

/** Heat map methods beside each other, as files: see docs/report.md. */
record HeatTables(ComparedHeat compared, long seed) {
    private static final List<String> METHODS = List.of("method", "layer", "pictures", "seed", "executor", "forward", "backward", "seconds", "masked",
            "area", "pointing", "pointing_low", "pointing_high", "energy", "localisation_error", "known_error", "known_error_low",
            "known_error_high", "tested", "deletion", "insertion", "pointing_shuffled", "known_error_shuffled",
            "remark");
    private static final List<String> CHANGES = List.of("method", "change", "layer", "seed", "similarity");

    /** @param folder exists; tables that are there are replaced */
    void write(final Path folder) throws IOException {
        final BenchmarkResult result = compared.result();
        TableWriter.write(folder.resolve("methods.csv"), METHODS,
                Stream.concat(result.methods().stream(), Stream.of(result.centre(), result.noise())).toList(), this::write);
        try (TableWriter table = new TableWriter(folder.resolve("changes.csv"), CHANGES)) {
            for (final MethodScore method : result.methods()) {
                for (int i = 0; i < result.changes().size(); i++) {
                    final Change change = result.changes().get(i);
                    table.write(method.method(), change.kind().text(), change.layer(), change.seed(), TableWriter.number(method.changes().get(i)));
                }
            }
        } catch (final UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(final TableWriter table, final MethodScore method) {
        final BenchmarkResult result = compared.result();
        final boolean isMethod = result.methods().contains(method);
        table.write(method.method(), method.layer(), result.pictures(), seed, compared.executor(), method.forward(), method.backward(),
                method.seconds(), result.masked(), TableWriter.number(result.area()), TableWriter.number(method.pointing().value()),
                low(method.pointing()), high(method.pointing()), TableWriter.number(method.energy()),
                TableWriter.number(1 - method.located().value()), TableWriter.number(1 - method.found().value()), rest(high(method.found())),
                rest(low(method.found())), result.tested(), TableWriter.number(method.deletion()), TableWriter.number(method.insertion()),
                TableWriter.number(method.forgottenPointing()),
                TableWriter.number(1 - method.forgottenFound()), isMethod ? String.join("; ", new HeatVerdict(result).of(method)) : "");
    }

    private static Object low(final Share share) {
        return share.trials() == 0 ? "" : share.interval().low();
    }

    private static Object high(final Share share) {
        return share.trials() == 0 ? "" : share.interval().high();
    }

    private static Object rest(final Object share) {
        return share instanceof final Double number ? 1 - number : share;
    }
}
