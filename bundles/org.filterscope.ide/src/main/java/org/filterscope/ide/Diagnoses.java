package org.filterscope.ide;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.names.FilterName;
import org.filterscope.core.names.NamesFile;
import org.filterscope.core.report.Report;
import org.filterscope.core.suppression.Suppression;

/**
 * The diagnoses of this IDE: an OSGi service. All methods may be called from any thread and, if they say nothing else, return at once.
 */
public interface Diagnoses {
    /** The family of all diagnosis jobs; those of one configuration have its {@link IFile} for a family, too. */
    Object FAMILY = new Object();

    /**
     * A job that runs a configuration and then makes its report the current one. The caller schedules it.
     *
     * @param configuration a {@code *.filterscope} file; whether it exists is found out when the job runs
     */
    DiagnosisJob prepare(IFile configuration);

    /** The same with options of the run's own. */
    DiagnosisJob prepare(IFile configuration, RunOptions options, RunLog log);

    /**
     * A job that writes the example project and adds it to the workspace. The caller schedules it.
     *
     * @param project where it goes, in the workspace's folder; whether that is free is found out when the job runs
     */
    ExampleJob prepareExample(IProject project);

    /**
     * A job that compares reports, in the order of time. The caller schedules it.
     *
     * @param reports two or more directories; whether they hold reports is found out when the job runs
     */
    ComparisonJob prepareComparison(List<Path> reports);

    /**
     * A job that finds out what a model is like, whether a diagnosis runs or not. The caller schedules it.
     *
     * @param model a local file; whether it is a model is found out when the job runs
     * @param size  of the input, for models that leave it open
     */
    InspectionJob prepareInspection(Path model, Optional<Size> size);

    /** Asks about single pictures, whether a diagnosis runs or not. */
    Tracing tracing();

    /**
     * The configuration that a report was made with. Unlike the other methods it looks at the disk.
     *
     * @return its absolute path; empty when it cannot be found
     */
    Optional<Path> configuration(Report report);

    /**
     * Where what people say of a report's filters is kept. Unlike the other methods it looks at the disk.
     *
     * @return empty when the configuration that the report was made with cannot be found
     */
    Optional<NamesFile> names(Report report);

    /**
     * Puts down what a person says of a filter and tells the listeners. Unlike the other methods it writes to the disk.
     *
     * @throws InvalidInputException when it cannot be put down; nothing has changed then
     */
    void name(Report report, FilterName name) throws InvalidInputException;

    /**
     * A job that writes a copy of a model in which something was done about a finding. The caller schedules it.
     *
     * @param kind {@link Fix.Kind#MUTE}, {@link Fix.Kind#MEAN} or {@link Fix.Kind#REPAIR}
     * @param copy its absolute path, see {@link MendedCopy}; whether it is free is found out once more when the job runs
     */
    RepairJob prepareRepair(FindingMarker finding, Fix.Kind kind, Path copy);

    /**
     * Where a copy of the model that a finding is about may go. Unlike the other methods it looks at the disk.
     *
     * @throws InvalidInputException when the configuration cannot be read
     */
    MendedCopy mendedCopy(FindingMarker finding) throws InvalidInputException;

    /**
     * A job that copies the pictures that a confusion of classes is about. The caller schedules it.
     *
     * @param folder that they go to; it must not exist
     */
    ExportJob prepareExport(FindingMarker finding, Path folder);

    /**
     * Puts down beside the configuration that a finding does not count, and takes it out of the Problems view. Unlike the other methods it writes to the
     * disk.
     *
     * @param reason  why it does not count; not blank
     * @param expires the last day on which it does not
     * @throws InvalidInputException when it cannot be put down; nothing has changed then
     */
    void suppress(FindingMarker finding, String reason, Optional<LocalDate> expires) throws InvalidInputException;

    /**
     * Takes suppressions out of the table beside the configuration, and brings what they suppressed back into the Problems view. Unlike the other
     * methods it writes to the disk.
     *
     * @param report that the findings are in
     * @throws InvalidInputException when they cannot be taken out; nothing has changed then
     */
    void lift(Path report, Path configuration, Collection<Suppression> suppressions) throws InvalidInputException;

    /**
     * A job that takes the findings about a container's files out of the Problems view; they come back when their report is opened again. The caller
     * schedules it.
     *
     * @param cleaned a project, or the workspace's root for all of them
     */
    Job prepareCleaning(IContainer cleaned);

    /** What is kept outside of projects and made again when it is needed. */
    List<StoredData> storedData();

    /** A job that deletes stored data; it fails when the worker needs it now. The caller schedules it. */
    Job prepareClear(StoredData data);

    /** Makes a report the current one, whether it can be read or not, and tells the listeners. */
    void open(ReportLocation report);

    /** The current report; empty until one was opened. */
    Optional<ReportLocation> current();

    /** Whether any diagnosis runs at this moment. */
    boolean isRunning();

    /**
     * Stops the diagnoses because the IDE is about to close. What they have computed is kept; markers tell that they were interrupted, in this session
     * or in the next one.
     */
    void interrupt();

    /** Adding a listener twice has no effect. */
    void addListener(DiagnosisListener listener);

    /** Removing an unknown listener has no effect. */
    void removeListener(DiagnosisListener listener);
}
