package org.filterscope.ide;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.names.FilterName;
import org.filterscope.core.names.NamesFile;
import org.filterscope.core.report.Report;
import org.filterscope.core.suppression.Suppression;
import org.filterscope.core.suppression.SuppressionsFile;
import org.filterscope.ide.worker.NativesCache;
import org.filterscope.ide.worker.Patience;
import org.filterscope.ide.worker.Worker;
import org.filterscope.ide.worker.WorkerRuntime;
import org.filterscope.ide.worker.WorkerStarter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The component behind {@link Diagnoses}: it owns the worker, which ends with it. */
public final class DiagnosisService implements Diagnoses {
    private final Worker worker;
    private final Worker tracer;
    private final Tracing tracing;
    private final UnfinishedRuns unfinished;
    private final ListenerList<DiagnosisListener> listeners = new ListenerList<>();
    private final AtomicReference<ReportLocation> current = new AtomicReference<>();
    private final AtomicInteger running = new AtomicInteger();

    /** Called by the OSGi framework when somebody first asks for the service. */
    public DiagnosisService(final BundleContext context) {
        this(new WorkerRuntime(), Platform.getStateLocation(context.getBundle()).append("worker.log").toPath());
    }

    /** Workers are borne with as usual. */
    public DiagnosisService(final WorkerStarter starter, final Path log) {
        this(starter, log, Patience.USUAL);
    }

    /** @param log the file for what the worker says on its standard error; what the one for traces says goes into a file beside it */
    public DiagnosisService(final WorkerStarter starter, final Path log, final Patience patience) {
        worker = new Worker(starter, log, patience);
        tracer = new Worker(starter, log.resolveSibling("trace-" + log.getFileName()), patience);
        tracing = new Tracing(tracer);
        unfinished = new UnfinishedRuns(log.resolveSibling("unfinished.txt"));
        final List<IFile> interrupted = unfinished.interrupted();
        if (!interrupted.isEmpty()) {
            new InterruptedMarkersJob(interrupted, true, unfinished::told).schedule();
        }
    }

    /** Called by the OSGi framework when the bundle stops. */
    public void close() {
        unfinished.close();
        Job.getJobManager().cancel(FAMILY);
        Job.getJobManager().cancel(worker);
        Job.getJobManager().cancel(tracing);
        Job.getJobManager().cancel(tracer);
        worker.close();
        tracer.close();
    }

    @Override
    public DiagnosisJob prepare(final IFile configuration) {
        return prepare(configuration, RunOptions.standard(), RunLog.NONE);
    }

    @Override
    public DiagnosisJob prepare(final IFile configuration, final RunOptions options, final RunLog log) {
        return new DiagnosisJob(configuration, options, log, worker, this);
    }

    @Override
    public ExampleJob prepareExample(final IProject project) {
        return new ExampleJob(project, worker, Platform.getStateLocation(FrameworkUtil.getBundle(ExampleJob.class)).toPath());
    }

    @Override
    public ComparisonJob prepareComparison(final List<Path> reports) {
        // The same reports, the same place: a comparison that is made again replaces the earlier one.
        final String name = "%08x".formatted(reports.hashCode());
        return new ComparisonJob(reports, comparisons().resolve(name), worker);
    }

    private static Path comparisons() {
        return Platform.getStateLocation(FrameworkUtil.getBundle(ComparisonJob.class)).append("comparisons").toPath();
    }

    @Override
    public List<StoredData> storedData() {
        return List.of(new StoredData(StoredData.Kind.NATIVES, NativesCache.directory()),
                new StoredData(StoredData.Kind.COMPARISONS, comparisons()));
    }

    @Override
    public Job prepareClear(final StoredData data) {
        return new ClearJob(data, List.of(worker, tracer));
    }

    @Override
    public InspectionJob prepareInspection(final Path model, final Optional<Size> size) {
        return new InspectionJob(model, size, tracer);
    }

    @Override
    public Tracing tracing() {
        return tracing;
    }

    @Override
    public Optional<Path> configuration(final Report report) {
        return ConfigurationPlace.of(report,
                current().filter(location -> location.directory().equals(report.directory())).flatMap(ReportLocation::configuration));
    }

    @Override
    public Optional<NamesFile> names(final Report report) {
        return configuration(report).map(NamesFile::beside);
    }

    @Override
    public void name(final Report report, final FilterName name) throws InvalidInputException {
        names(report).orElseThrow(() -> new InvalidInputException(NLS.bind(Messages.DiagnosisService_noConfiguration, report.directory()))).put(name);
        announce(listener -> listener.namesChanged(report.directory()));
    }

    @Override
    public RepairJob prepareRepair(final FindingMarker finding, final Fix.Kind kind, final Path copy) {
        return new RepairJob(finding, kind, copy, worker);
    }

    @Override
    public MendedCopy mendedCopy(final FindingMarker finding) throws InvalidInputException {
        return new MendedCopy(new ConfigurationReader().read(finding.configuration()).model());
    }

    @Override
    public ExportJob prepareExport(final FindingMarker finding, final Path folder) {
        return new ExportJob(finding, folder, worker);
    }

    @Override
    public void suppress(final FindingMarker marker, final String reason, final Optional<LocalDate> expires) throws InvalidInputException {
        final Finding finding = Report.open(marker.report()).findings().flatMap(found -> found.withId(marker.finding()))
                .orElseThrow(() -> new InvalidInputException(NLS.bind(Messages.RepairJob_gone, marker.report())));
        final SuppressionsFile file = SuppressionsFile.beside(marker.configuration());
        file.add(List.of(Suppression.of(finding, reason, expires, System.getProperty("user.name", ""), LocalDate.now().toString())));
        RefreshJob.scheduleFile(file.file());
        mark(new ReportLocation(marker.report(), file(marker.configuration())));
    }

    @Override
    public void lift(final Path report, final Path configuration, final Collection<Suppression> suppressions) throws InvalidInputException {
        final SuppressionsFile file = SuppressionsFile.beside(configuration);
        file.remove(suppressions);
        RefreshJob.scheduleFile(file.file());
        mark(new ReportLocation(report, file(configuration)));
    }

    @Override
    public Job prepareCleaning(final IContainer cleaned) {
        return new FindingsCleaningJob(cleaned, () -> announce(DiagnosisListener::findingsMarked));
    }

    private static Optional<IFile> file(final Path place) {
        return Stream.of(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(place.toUri())).filter(IFile::exists).findFirst();
    }

    private void mark(final ReportLocation report) {
        new FindingMarkersJob(report, () -> announce(DiagnosisListener::findingsMarked)).schedule();
    }

    @Override
    public void open(final ReportLocation report) {
        current.set(report);
        announce(listener -> listener.reportOpened(report));
        mark(report);
    }

    @Override
    public Optional<ReportLocation> current() {
        return Optional.ofNullable(current.get());
    }

    @Override
    public boolean isRunning() {
        return running.get() > 0;
    }

    @Override
    public void interrupt() {
        unfinished.close();
        // Should there be no time for this any more, the next session does it.
        new InterruptedMarkersJob(unfinished.running(), true, () -> {
        }).schedule();
        Job.getJobManager().cancel(FAMILY);
    }

    @Override
    public void addListener(final DiagnosisListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(final DiagnosisListener listener) {
        listeners.remove(listener);
    }

    void runBegins(final IFile configuration) {
        unfinished.begin(configuration);
        new InterruptedMarkersJob(List.of(configuration), false, () -> {
        }).schedule();
        running.incrementAndGet();
        announce(DiagnosisListener::runningChanged);
    }

    void runEnds(final IFile configuration) {
        unfinished.end(configuration);
        running.decrementAndGet();
        announce(DiagnosisListener::runningChanged);
    }

    private void announce(final Consumer<DiagnosisListener> message) {
        listeners.forEach(listener -> SafeRunner.run(() -> message.accept(listener)));
    }
}
