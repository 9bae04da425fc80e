package org.filterscope.fuzz;

import java.io.ObjectInputFilter;
import java.util.concurrent.atomic.AtomicLong;

/** Refuses every object that anything in this process tries to deserialise, and counts the tries. */
public final class SerialTrap implements ObjectInputFilter {
    private final AtomicLong tries = new AtomicLong();

    private SerialTrap() {
    }

    /** The process's trap; set at the first call. */
    public static SerialTrap set() {
        if (ObjectInputFilter.Config.getSerialFilter() instanceof final SerialTrap trap) {
            return trap;
        }
        final SerialTrap trap = new SerialTrap();
        ObjectInputFilter.Config.setSerialFilter(trap);
        return trap;
    }

    @Override
    public Status checkInput(final FilterInfo info) {
        tries.incrementAndGet();
        return Status.REJECTED;
    }

    /** How often something tried. */
    public long tries() {
        return tries.get();
    }
}
