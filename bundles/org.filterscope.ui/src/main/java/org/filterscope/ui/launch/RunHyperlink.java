package org.filterscope.ui.launch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.FindingMarker;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ide.RunLink.FileLine;
import org.filterscope.ide.RunLink.FindingOfReport;
import org.filterscope.ide.RunLink.LayerOfReport;
import org.filterscope.ide.RunLink.Target;
import org.filterscope.ide.RunLink.WholeReport;
import org.filterscope.ui.scores.FilterScoresView;

/** Opens what a line of a run is about. */
record RunHyperlink(Target target) implements IHyperlink {

    @Override
    public void linkEntered() {
        // The Console shows where the pointer is.
    }

    @Override
    public void linkExited() {
        // The Console shows where the pointer is.
    }

    @Override
    public void linkActivated() {
        final IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null || window.getActivePage() == null) {
            return;
        }
        try {
            switch (target) {
                case final FileLine place -> open(window.getActivePage(), place);
                case final WholeReport whole -> open(window, whole.report());
                case final LayerOfReport layer -> open(window, layer.report()).show(layer.layer());
                case final FindingOfReport finding -> open(window, finding);
            }
        } catch (final CoreException e) {
            ErrorDialog.openError(window.getShell(), Messages.RunHyperlink_title, null, e.getStatus());
        }
    }

    private static void open(final IWorkbenchPage page, final FileLine place) throws CoreException {
        final Optional<IFile> file = Stream.of(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(place.file().toUri()))
                .filter(IFile::exists).findFirst();
        final IEditorPart editor = file.isPresent() ? IDE.openEditor(page, file.get())
                : IDE.openEditor(page, place.file().toUri(), EditorsUI.DEFAULT_TEXT_EDITOR_ID, true);
        final ITextEditor text = Adapters.adapt(editor, ITextEditor.class);
        if (text == null || place.line() < 1) {
            return;
        }
        if (editor instanceof final MultiPageEditorPart pages) {
            pages.setActiveEditor(text);
        }
        final IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
        try {
            final IRegion line = document.getLineInformation(Math.min(place.line(), document.getNumberOfLines()) - 1);
            text.selectAndReveal(line.getOffset(), line.getLength());
        } catch (final BadLocationException e) {
            throw new IllegalStateException("A document has its own lines", e);
        }
    }

    private static FilterScoresView open(final IWorkbenchWindow window, final Path report) throws CoreException {
        final Diagnoses diagnoses = window.getWorkbench().getService(Diagnoses.class);
        if (diagnoses.current().filter(current -> current.directory().equals(report)).isEmpty()) {
            diagnoses.open(new ReportLocation(report, Optional.empty()));
        }
        return (FilterScoresView) window.getActivePage().showView(FilterScoresView.ID);
    }

    /** A finding has a marker as long as its report is the newest of its configuration. */
    private static void open(final IWorkbenchWindow window, final FindingOfReport finding) throws CoreException {
        for (final IMarker marker : ResourcesPlugin.getWorkspace().getRoot().findMarkers(FindingMarker.TYPE, true, IResource.DEPTH_INFINITE)) {
            if (FindingMarker.of(marker).filter(known -> known.finding().equals(finding.finding()) && known.report().equals(finding.report()))
                    .isPresent()) {
                IDE.openEditor(window.getActivePage(), marker, true);
                return;
            }
        }
        open(window, finding.report());
    }
}
