package org.filterscope.worker;

import org.filterscope.core.progress.Progress;

/** What is to be done, on a terminal or for a client. */
@FunctionalInterface
interface Work<T> {
    T run(Progress progress) throws Exception;
}
