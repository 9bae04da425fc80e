package org.filterscope.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;

/** The IDE as the tour's thread sees it: every step takes its turn among the other events of the user interface, as a person's do. */
record Ide(Display display, Statements statements, Path folder) {
    private static final long LOOK_MILLISECONDS = 50;

    /** Plays a part of a chapter; when it cannot go on the chapter goes on with the next. */
    void scene(final String name, final Chapter scene) throws InterruptedException {
        try {
            scene.run(this);
        } catch (final InterruptedException e) {
            throw e;
        } catch (final Exception | AssertionError e) {
            statements.failed("the scene goes on: " + name, e);
            screenshot("failed-" + name.replace(' ', '-'));
            dismissDialogs();
        }
    }

    /**
     * Opens the platform's own text editor and closes it. The first text editor of a session takes its time whoever has it, which says nothing of
     * ours; how long it was is told.
     */
    void openPlatformEditor() throws IOException {
        final Path text = Files.writeString(Files.createTempFile(folder, "platform", ".txt"), "a text\n");
        final long start = System.nanoTime();
        act(() -> {
            try {
                page().closeEditor(IDE.openEditorOnFileStore(page(), EFS.getLocalFileSystem().fromLocalFile(text.toFile())), false);
            } catch (final PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
        statements.detail("the platform's own text editor opens for the first time in %d ms".formatted((System.nanoTime() - start) / 1_000_000));
        Files.delete(text);
    }

    /** Asks something of the user interface and waits for the answer. */
    <T> T ask(final Supplier<T> question) {
        final AtomicReference<T> answer = new AtomicReference<>();
        act(() -> answer.set(question.get()));
        return answer.get();
    }

    /** Does something and waits until it is done; what it throws is thrown here. */
    void act(final Runnable action) {
        final AtomicReference<RuntimeException> thrown = new AtomicReference<>();
        final AtomicReference<AssertionError> failed = new AtomicReference<>();
        display.syncExec(() -> {
            try {
                action.run();
            } catch (final RuntimeException e) {
                thrown.set(e);
            } catch (final AssertionError e) {
                failed.set(e);
            }
        });
        if (thrown.get() != null) {
            throw new IllegalStateException(thrown.get());
        }
        if (failed.get() != null) {
            throw new AssertionError(failed.get());
        }
    }

    /** Does something that may open a dialog and end with it only. */
    void later(final Runnable action) {
        display.asyncExec(action);
    }

    /** Waits, and says so in a statement; the chapter cannot go on when it does not come. */
    void until(final String expectation, final Duration patience, final BooleanSupplier condition) throws InterruptedException {
        final Optional<Duration> time = await(patience, condition);
        if (!statements.check(time.map(taken -> expectation + " (after %.1f s)".formatted(taken.toMillis() / 1e3))
                .orElse(expectation + ": not within " + patience.toSeconds() + " s"), time.isPresent())) {
            throw new AssertionError(expectation);
        }
    }

    /** @return how long it took; empty when it did not come */
    Optional<Duration> await(final Duration patience, final BooleanSupplier condition) throws InterruptedException {
        final long start = System.nanoTime();
        while (System.nanoTime() - start < patience.toNanos()) {
            if (ask(condition::getAsBoolean)) {
                return Optional.of(Duration.ofNanos(System.nanoTime() - start));
            }
            Thread.sleep(LOOK_MILLISECONDS);
        }
        return Optional.empty();
    }

    /** Runs a command of the workbench as its menus do. Returns at once: the command may open a dialog. */
    void command(final String id, final Map<String, String> parameters) {
        later(() -> {
            final IWorkbenchWindow window = window();
            final Command command = window.getService(ICommandService.class).getCommand(id);
            try {
                window.getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
            } catch (final Exception e) {
                statements.failed("the command " + id + " can be run", e);
            }
        });
    }

    /** A view, which is opened when it is not open. */
    Part view(final String id) throws InterruptedException {
        command("org.eclipse.ui.views.showView", Map.of("org.eclipse.ui.views.showView.viewId", id));
        until("the view " + id + " opens", Duration.ofSeconds(30), () -> page().findView(id) != null && page().isPartVisible(page().findView(id)));
        return new Part(this, () -> page().findView(id));
    }

    /** The window of the workbench; belongs to the UI thread. */
    IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    /** Belongs to the UI thread. */
    IWorkbenchPage page() {
        return window().getActivePage();
    }

    /** A dialog whose title or texts have some words; belongs to the UI thread. */
    Optional<Dialog> dialog(final String words) {
        return dialogs().filter(dialog -> dialog.text().contains(words)).findFirst();
    }

    /** All windows before the workbench's; belongs to the UI thread. */
    Stream<Dialog> dialogs() {
        return Stream.of(display.getShells()).filter(shell -> !shell.isDisposed() && shell.isVisible() && !shell.equals(window().getShell()))
                .map(Dialog::new);
    }

    /** Closes what is in front of the workbench, so that it can be closed. */
    void dismissDialogs() {
        act(() -> Stream.of(display.getShells()).filter(shell -> !shell.isDisposed() && shell.getParent() != null
                && (shell.getStyle() & (SWT.APPLICATION_MODAL | SWT.PRIMARY_MODAL | SWT.SYSTEM_MODAL)) != 0).forEach(Shell::close));
    }

    /** Takes a picture of the whole window, with what is in front of it, when everything is painted. */
    void screenshot(final String name) throws InterruptedException {
        // A pointer that rests on a field would bring up what that field is for.
        act(() -> display.setCursorLocation(0, 0));
        Thread.sleep(1500);
        act(() -> {
            final ImageData image = picture(window().getShell().getBounds());
            final ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image};
            loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        });
    }

    /** What is on a part of the screen; belongs to the UI thread. */
    ImageData picture(final Rectangle place) {
        final Image image = new Image(display, place.width, place.height);
        final GC gc = new GC(display);
        try {
            gc.copyArea(image, place.x, place.y);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
