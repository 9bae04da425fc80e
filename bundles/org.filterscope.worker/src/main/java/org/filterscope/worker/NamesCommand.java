package org.filterscope.worker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.names.NamesFile;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope names CONFIG}. */
@Command(name = "names", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Lists the filters that people have named or judged, and how many of the automatic labels they find right.")
@Manual(examples = @ManualEntry(term = "filterscope names landuse.filterscope", text = "lists names and judgements"), files = {
        @ManualEntry(term = "*.filterscope", text = "the configuration"),
        @ManualEntry(term = "*.filternames.csv", text = "beside it: names and judgements")})
final class NamesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CONFIG", description = "The configuration, a *.filterscope file; the names lie beside it in *.filternames.csv.")
    private Path configuration;

    @Override
    public Integer call() throws Exception {
        final DiagnosisConfiguration read = new ConfigurationReader().read(configuration);
        final NamesFile names = NamesFile.beside(read.file());
        final Optional<Report> report = Report.isReport(read.output()) ? Optional.of(Report.open(read.output())) : Optional.empty();
        final PrintWriter out = spec.commandLine().getOut();
        new NamesText(names.file(), names.read(), report).lines().forEach(out::println);
        out.flush();
        return ExitCode.SUCCESS.value();
    }
}
