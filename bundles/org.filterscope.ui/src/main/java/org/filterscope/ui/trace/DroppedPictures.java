package org.filterscope.ui.trace;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.ResourceTransfer;

/** Lets pictures be dropped: files of the workspace or of the file system. Of several the first is taken. Belongs to the UI thread. */
final class DroppedPictures {

    private DroppedPictures() {
    }

    static void accept(final Control target, final Consumer<Path> dropped) {
        final DropTarget drop = new DropTarget(target, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
        drop.setTransfer(LocalSelectionTransfer.getTransfer(), ResourceTransfer.getInstance(), FileTransfer.getInstance());
        drop.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(final DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(final DropTargetEvent event) {
                if (LocalSelectionTransfer.getTransfer().isSupportedType(event.currentDataType)) {
                    of(LocalSelectionTransfer.getTransfer().getSelection()).ifPresent(dropped);
                } else if (event.data instanceof final IResource[] resources) {
                    Stream.of(resources).map(IResource::getLocation).filter(Objects::nonNull).map(IPath::toPath).filter(Files::isRegularFile)
                            .findFirst().ifPresent(dropped);
                } else if (event.data instanceof final String[] files) {
                    of(files).ifPresent(dropped);
                }
            }
        });
    }

    /** The first file among the elements of a selection, as the Project Explorer drags it. */
    static Optional<Path> of(final ISelection selection) {
        return selection instanceof final IStructuredSelection elements
                ? elements.stream().map(element -> Adapters.adapt(element, IFile.class)).filter(Objects::nonNull).map(IFile::getLocation)
                        .filter(Objects::nonNull).map(IPath::toPath).findFirst() : Optional.empty();
    }

    private static Optional<Path> of(final String[] files) {
        try {
            return Stream.of(files).map(Path::of).filter(Files::isRegularFile).findFirst();
        } catch (final InvalidPathException e) {
            return Optional.empty();
        }
    }
}
