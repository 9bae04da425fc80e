package org.filterscope.ide.worker;

import java.io.IOException;

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
}
