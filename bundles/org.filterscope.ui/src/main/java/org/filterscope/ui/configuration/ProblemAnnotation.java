package org.filterscope.ui.configuration;

import org.eclipse.jface.text.quickassist.IQuickFixableAnnotation;
import org.eclipse.jface.text.source.Annotation;

/** A mistake in the source as it is now, saved or not. */
final class ProblemAnnotation extends Annotation implements IQuickFixableAnnotation {
    /** The platform's own: people have chosen how errors look. */
    private static final String TYPE = "org.eclipse.ui.workbench.texteditor.error";

    private final SourceProblem problem;

    ProblemAnnotation(final SourceProblem problem) {
        super(TYPE, false, problem.words());
        this.problem = problem;
    }

    SourceProblem problem() {
        return problem;
    }

    @Override
    public void setQuickFixable(final boolean state) {
        // It follows from the problem.
    }

    @Override
    public boolean isQuickFixableStateSet() {
        return true;
    }

    @Override
    public boolean isQuickFixable() {
        return problem.unknown().isPresent();
    }
}
