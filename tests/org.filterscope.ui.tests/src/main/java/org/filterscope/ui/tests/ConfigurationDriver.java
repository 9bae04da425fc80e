package org.filterscope.ui.tests;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.filterscope.ui.configuration.ConfigurationEditor;

/** A project with a configuration, its editor, and what is said of it. */
final class ConfigurationDriver {
    private static final String PROBLEM = "org.filterscope.ui.configurationProblem";

    private ConfigurationDriver() {
    }

    /** With an empty model, net.h5, and an empty folder of pictures. */
    static IProject createProject(final String name) throws CoreException {
        final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        project.create(null);
        project.open(null);
        project.getFolder("pictures").create(true, true, null);
        project.getFile("net.h5").create(new byte[0], true, false, null);
        return project;
    }

    static void deleteProject(final IProject project) throws CoreException {
        ScoresDriver.page().closeAllEditors(false);
        project.delete(true, true, null);
    }

    static ConfigurationEditor open(final IFile file, final String text) throws Exception {
        file.create(text.getBytes(StandardCharsets.UTF_8), true, false, null);
        final ConfigurationEditor editor = (ConfigurationEditor) IDE.openEditor(ScoresDriver.page(), file);
        EventLoop.settle();
        return editor;
    }

    static ITextEditor source(final ConfigurationEditor editor) {
        return editor.getAdapter(ITextEditor.class);
    }

    static IDocument document(final ConfigurationEditor editor) {
        return source(editor).getDocumentProvider().getDocument(source(editor).getEditorInput());
    }

    static ISourceViewer viewer(final ConfigurationEditor editor) {
        return (ISourceViewer) source(editor).getAdapter(ITextOperationTarget.class);
    }

    static List<Annotation> annotations(final ISourceViewer viewer) {
        final List<Annotation> all = new ArrayList<>();
        viewer.getAnnotationModel().getAnnotationIterator().forEachRemaining(all::add);
        return all;
    }

    /** As they are marked in the source. */
    static List<String> problems(final ConfigurationEditor editor) {
        return annotations(viewer(editor)).stream().filter(annotation -> annotation.getClass().getSimpleName().equals("ProblemAnnotation"))
                .map(Annotation::getText).toList();
    }

    static List<IMarker> markers(final IFile file) {
        try {
            return List.of(file.findMarkers(PROBLEM, true, IResource.DEPTH_ZERO));
        } catch (final CoreException e) {
            throw new AssertionError(e);
        }
    }
}
