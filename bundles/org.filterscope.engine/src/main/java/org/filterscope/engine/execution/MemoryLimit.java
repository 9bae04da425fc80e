package org.filterscope.engine.execution;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.management.OperatingSystemMXBean;
import org.filterscope.core.InvalidInputException;

/**
 * How much resident memory this process may take.
 *
 * @param bytes in all, Java's heap among them
 * @param given whether somebody said so; what is only taken from the machine makes batches smaller, but nothing is refused for it
 */
public record MemoryLimit(long bytes, boolean given) {
    /** The machine runs other things, too. */
    private static final double SHARE = 0.8;
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,8})([mMgG])");

    /** Most of the memory that the machine has, or the container that it pretends to be. */
    public static MemoryLimit ofMachine() {
        return new MemoryLimit((long) (SHARE * machine()), false);
    }

    /**
     * As somebody says.
     *
     * @param name of the option or variable, for the error
     * @param text like {@code 2g} or {@code 1500m}
     * @throws InvalidInputException when the text is no size
     */
    public static MemoryLimit parse(final String name, final String text) throws InvalidInputException {
        final Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new InvalidInputException("%s must be like 2g or 1500m, not '%s'".formatted(name, text));
        }
        return new MemoryLimit(Long.parseLong(size.group(1)) << (size.group(2).equalsIgnoreCase("g") ? 30 : 20), true);
    }

    /** Bytes that the machine has, or the container that it pretends to be. */
    public static long machine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
