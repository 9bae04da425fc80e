package org.filterscope.ide;

import org.eclipse.core.runtime.jobs.ISchedulingRule;

/** Lets findings be marked and cleared one after another: two jobs would mark everything twice. Markers need no rule of the workspace's. */
record MarkingRule() implements ISchedulingRule {

    @Override
    public boolean contains(final ISchedulingRule rule) {
        return equals(rule);
    }

    @Override
    public boolean isConflicting(final ISchedulingRule rule) {
        return equals(rule);
    }
}
