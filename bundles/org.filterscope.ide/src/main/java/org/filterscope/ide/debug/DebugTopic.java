package org.filterscope.ide.debug;

import java.util.function.Supplier;

import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.debug.DebugOptions;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** What can be told of the bundle's work; each is an option of its own, see {@code .options}. */
public enum DebugTopic {
    /** The worker's processes and what is said between them and the IDE. */
    WORKER("worker"),
    /** Runs that jobs wait for: their beginning and their end. */
    JOBS("jobs"),
    /** Models that are looked at: how long it takes, and what is found. */
    INSPECTION("inspection");

    private static final String BUNDLE = "org.filterscope.ide";

    private final String option;

    DebugTopic(final String option) {
        this.option = option;
    }

    /**
     * Writes a line into the platform's trace, with time, thread and caller, if somebody has asked for this topic. May be called from any thread.
     *
     * @param line made only then
     */
    public void tell(final Supplier<String> line) {
        if (Platform.getDebugBoolean(BUNDLE + "/" + option)) {
            final BundleContext context = FrameworkUtil.getBundle(DebugTopic.class).getBundleContext();
            final ServiceReference<DebugOptions> options = context.getServiceReference(DebugOptions.class);
            // The line names the caller, who has to stand on the stack right below this class.
            context.getService(options).newDebugTrace(BUNDLE, DebugTopic.class).trace("/" + option, line.get());
            context.ungetService(options);
        }
    }
}
