package org.filterscope.engine.execution;

/** Why something really failed: a class that could not be initialised tells it in its causes alone. */
public final class RootCause {
    private RootCause() {
    }

    /** What the deepest cause says; its kind where it says nothing. */
    public static String of(final Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    }
}
