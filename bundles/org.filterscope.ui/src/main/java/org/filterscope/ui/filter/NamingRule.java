package org.filterscope.ui.filter;

import org.eclipse.core.runtime.jobs.ISchedulingRule;

/** Lets what people say of filters be written one after the other, in the order in which they said it: each reads the file and replaces it. */
record NamingRule() implements ISchedulingRule {

    @Override
    public boolean contains(final ISchedulingRule rule) {
        return equals(rule);
    }

    @Override
    public boolean isConflicting(final ISchedulingRule rule) {
        return equals(rule);
    }
}
