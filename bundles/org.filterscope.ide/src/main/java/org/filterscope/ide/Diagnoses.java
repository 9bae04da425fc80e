package org.filterscope.ide;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;

/**
 * The diagnoses of this IDE: an OSGi service. All methods may be called from any thread and return at once.
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

    /**
     * A job that writes the example project and adds it to the workspace. The caller schedules it.
     *
     * @param project where it goes, in the workspace's folder; whether that is free is found out when the job runs
     */
    ExampleJob prepareExample(IProject project);

    /** Makes a report the current one, whether it can be read or not, and tells the listeners. */
    void open(ReportLocation report);

    /** The current report; empty until one was opened. */
    Optional<ReportLocation> current();

    /** Whether any diagnosis runs at this moment. */
    boolean isRunning();

    /** Adding a listener twice has no effect. */
    void addListener(DiagnosisListener listener);

    /** Removing an unknown listener has no effect. */
    void removeListener(DiagnosisListener listener);
}
