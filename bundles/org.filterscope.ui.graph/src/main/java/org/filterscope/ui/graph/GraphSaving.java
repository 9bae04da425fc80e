package org.filterscope.ui.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.filterscope.core.graph.AveragePatch;
import org.filterscope.ui.graph.diagram.GraphDiagram;
import org.filterscope.ui.graph.model.Box;
import org.filterscope.ui.graph.model.Detail;
import org.filterscope.ui.graph.paint.GraphExport;
import org.filterscope.ui.graph.paint.PatchPixels;
import org.filterscope.ui.graph.paint.Patches;
import org.filterscope.ui.graph.paint.Scene;
import org.filterscope.ui.graph.read.GraphReading;

/** Saves the graph as a picture. Belongs to the UI thread; files are read and written in the background. */
final class GraphSaving {
    /** More are left grey. */
    private static final int MOST_PATCHES = 8192;
    private static final int MOST_SIDE = 64;
    private static final String SVG = ".svg";

    private final Shell shell;
    private final GraphDiagram diagram;

    GraphSaving(final Shell shell, final GraphDiagram diagram) {
        this.shell = shell;
        this.diagram = diagram;
    }

    /** Asks where to. */
    void ask(final GraphReading reading, final boolean whole) {
        final FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.png", "*" + SVG});
        dialog.setFilterNames(new String[] {Messages.GraphSaving_png, Messages.GraphSaving_svg});
        dialog.setFileName(Messages.GraphSaving_fileName);
        dialog.setOverwrite(true);
        final String file = dialog.open();
        if (file != null) {
            save(reading, Path.of(file), whole);
        }
    }

    /** As SVG when the file's name ends so, in small letters or capitals, else as PNG. */
    void save(final GraphReading reading, final Path file, final boolean whole) {
        diagram.scene().ifPresent(scene -> {
            final GraphExport plan = plan(scene, whole, pattern -> Optional.empty());
            final int[] patterns = patterns(plan);
            reading.read(graph -> {
                final Map<Integer, AveragePatch> found = new HashMap<>();
                for (final int pattern : patterns) {
                    graph.patch(pattern).ifPresent(patch -> found.put(pattern, PatchPixels.atMost(patch, MOST_SIDE)));
                }
                return found;
            }, found -> {
                if (!shell.isDisposed()) {
                    paint(scene, whole, found, file);
                }
            }, failure -> write(file, monitor -> {
                throw failure;
            }));
        });
    }

    private void paint(final Scene scene, final boolean whole, final Map<Integer, AveragePatch> patches, final Path file) {
        final GraphExport export = plan(scene, whole, pattern -> Optional.ofNullable(patches.get(pattern)));
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(SVG)) {
            final Supplier<String> text = export.svg();
            write(file, monitor -> Files.writeString(file, text.get(), StandardCharsets.UTF_8));
        } else {
            final Display display = shell.getDisplay();
            write(file, monitor -> {
                final SubMonitor progress = SubMonitor.convert(monitor, 2);
                final ImageLoader loader = new ImageLoader();
                loader.data = new ImageData[] {export.picture(display::syncExec, progress.split(1))};
                loader.save(file.toString(), SWT.IMAGE_PNG);
            });
        }
    }

    /** What is in sight, as a picture on the clipboard. */
    void copy(final Patches patches) {
        diagram.scene().ifPresent(scene -> {
            final Clipboard clipboard = new Clipboard(shell.getDisplay());
            try {
                clipboard.setContents(new Object[] {plan(scene, false, patches).picture()}, new Transfer[] {ImageTransfer.getInstance()});
            } finally {
                clipboard.dispose();
            }
        });
    }

    private GraphExport plan(final Scene scene, final boolean whole, final Patches patches) {
        return whole ? GraphExport.ofAll(scene, patches, diagram.control().getFont())
                : GraphExport.ofSight(scene, diagram.sight(), patches, diagram.control().getFont());
    }

    /** Those whose picture is painted. */
    private static int[] patterns(final GraphExport plan) {
        final Box part = plan.part();
        return IntStream.range(0, plan.scene().layout().table().patterns())
                .filter(pattern -> plan.scene().layout().detail(plan.scene().layout().table().layerOf(pattern)) == Detail.PATCHES
                        && plan.scene().layout().pattern(pattern).meets(part))
                .limit(MOST_PATCHES).toArray();
    }

    /** Something that may not be possible. */
    @FunctionalInterface
    private interface Writing {
        void run(IProgressMonitor monitor) throws IOException;
    }

    private static void write(final Path file, final Writing writing) {
        Job.create(NLS.bind(Messages.GraphSaving_saving, file), monitor -> {
            try {
                writing.run(monitor);
                return Status.OK_STATUS;
            } catch (final IOException | SWTException e) {
                return Status.error(NLS.bind(Messages.GraphSaving_notSaved, file, e.getMessage()), e);
            }
        }).schedule();
    }
}
