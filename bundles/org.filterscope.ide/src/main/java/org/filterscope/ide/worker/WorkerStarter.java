package org.filterscope.ide.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;

/** Prepares the process of a worker; {@link WorkerRuntime} is the one that users have. */
@FunctionalInterface
public interface WorkerStarter {

    /**
     * @param resources that the process may take
     * @return everything set but the streams
     * @throws CoreException with a sentence for the user when something is not installed
     */
    ProcessBuilder prepare(WorkerResources resources) throws CoreException, IOException;

    /**
     * What a process gets when nobody says otherwise.
     *
     * @param file that its work is about, whose project may have settings of its own; absolute, need not exist
     */
    default WorkerResources resources(final Optional<Path> file) {
        return WorkerResources.standard();
    }
}
