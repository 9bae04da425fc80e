package org.filterscope.ide;

import org.eclipse.core.runtime.jobs.ISchedulingRule;

/**
 * Lets one diagnosis run at a time, as the worker does: a diagnosis that waits is then seen to wait, and can be cancelled without the
 * worker. It conflicts with no resource: files can be edited, saved and built while a diagnosis runs.
 */
record DiagnosisRule() implements ISchedulingRule {

    @Override
    public boolean contains(final ISchedulingRule rule) {
        return equals(rule);
    }

    @Override
    public boolean isConflicting(final ISchedulingRule rule) {
        return equals(rule);
    }
}
