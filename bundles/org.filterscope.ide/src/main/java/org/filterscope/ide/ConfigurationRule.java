package org.filterscope.ide;

import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.ISchedulingRule;

/**
 * Keeps two diagnoses of one configuration apart. It conflicts with no resource: files can be edited, saved and built while a diagnosis
 * runs.
 *
 * @param configuration the configuration's path in the workspace
 */
record ConfigurationRule(IPath configuration) implements ISchedulingRule {

    @Override
    public boolean contains(final ISchedulingRule rule) {
        return equals(rule);
    }

    @Override
    public boolean isConflicting(final ISchedulingRule rule) {
        return equals(rule);
    }
}
