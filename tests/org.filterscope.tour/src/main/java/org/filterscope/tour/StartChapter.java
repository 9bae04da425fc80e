package org.filterscope.tour;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/**
 * The IDE has been started and nothing was asked of Filterscope yet.
 *
 * @param open when the workbench was there, in milliseconds since 1970
 */
record StartChapter(long open) implements Chapter {
    private static final long SETTLE_MILLISECONDS = 5000;

    @Override
    public void run(final Ide ide) throws Exception {
        // What starts early but in the background has started by then.
        Thread.sleep(SETTLE_MILLISECONDS);
        ide.statements().check("a fresh workspace opens in the platform's perspective",
                "org.eclipse.ui.resourcePerspective".equals(ide.ask(() -> ide.page().getPerspective().getId())));
        final List<String> active = Stream.of(Platform.getBundle("org.filterscope.tour").getBundleContext().getBundles())
                .filter(bundle -> isOurs(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE).map(Bundle::getSymbolicName).toList();
        ide.statements().check("no plug-in of Filterscope is active " + active, active.isEmpty());
        final Path log = Path.of(System.getProperty("filterscope.tour.classes"));
        final List<String> loaded = loaded(log);
        ide.statements().check("no class of Filterscope is loaded " + loaded, loaded.isEmpty());
        clock().run(ide);
    }

    /** Only the time. */
    Chapter clock() {
        return ide -> ide.statements().check("the workbench is there after %d ms"
                .formatted(open - ManagementFactory.getRuntimeMXBean().getStartTime()), true);
    }

    private static List<String> loaded(final Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.flatMap(line -> Stream.of(line.split(" "))).filter(word -> word.startsWith("org.filterscope.") && isOurs(word))
                    .limit(10).toList();
        }
    }

    /** Whether a plug-in or class ships, by its name. */
    static boolean isOurs(final String name) {
        return Optional.ofNullable(name).filter(known -> known.startsWith("org.filterscope.") && !known.startsWith("org.filterscope.tour")
                && !known.startsWith("org.filterscope.testkit")).isPresent();
    }
}
