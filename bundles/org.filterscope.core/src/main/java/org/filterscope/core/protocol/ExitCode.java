package org.filterscope.core.protocol;

/** How a command ends: the process's exit code, and the error code of a failed request. */
public enum ExitCode {
    SUCCESS(0), GATE_FAILED(1), INVALID_INPUT(2), INTERNAL_ERROR(3), OUT_OF_MEMORY(4), CANCELLED(130);

    private final int value;

    ExitCode(final int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }
}
