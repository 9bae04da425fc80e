package org.filterscope.ui.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.part.MultiPageEditorSite;
import org.eclipse.ui.texteditor.ContentAssistAction;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ui.display.ThemeColors;

/** The source of a configuration. */
final class SourcePage extends TextEditor {
    private static final String KEYS = "org.filterscope.ui.configurationScope";
    private static final String CONTENT_ASSIST = "ContentAssist.";

    private final Consumer<List<SourceProblem>> listener;
    private final Consumer<Boolean> closing;
    private ThemeColors colors;
    private ConfigurationWatch watch;
    private SourceOutline outline;
    private volatile Optional<Path> file = Optional.empty();

    /**
     * @param listener hears of problems, in the background
     * @param closing  closes the whole editor; gets whether to save
     */
    SourcePage(final Consumer<List<SourceProblem>> listener, final Consumer<Boolean> closing) {
        this.listener = listener;
        this.closing = closing;
    }

    /** Of the file that was deleted. */
    @Override
    public void close(final boolean save) {
        closing.accept(save);
    }

    @Override
    public void init(final IEditorSite site, final IEditorInput input) throws PartInitException {
        colors = new ThemeColors(site.getWorkbenchWindow().getWorkbench(), this::recolor);
        watch = site.getService(ConfigurationWatch.class);
        setSourceViewerConfiguration(new SourceConfiguration(getPreferenceStore(), () -> file, colors,
                new InspectedModels(site.getService(Diagnoses.class)), new FileOpener(site.getPage()), watch, listener));
        super.init(site, input);
    }

    /** Also of the file that another one was saved as, or moved to. */
    @Override
    protected void doSetInput(final IEditorInput input) throws CoreException {
        // First: the checks begin with the document.
        file = ConfigurationFile.of(input);
        super.doSetInput(input);
        if (outline != null && !outline.isDisposed() && document() != null) {
            outline.show(document());
        }
    }

    @Override
    protected void initializeEditor() {
        super.initializeEditor();
        setHelpContextId(ConfigurationEditor.HELP);
    }

    @Override
    protected void initializeKeyBindingScopes() {
        setKeyBindingScopes(new String[] {KEYS});
    }

    @Override
    protected void createActions() {
        super.createActions();
        final IAction assist = new ContentAssistAction(Messages.bundle(), CONTENT_ASSIST, this);
        assist.setActionDefinitionId(ITextEditorActionDefinitionIds.CONTENT_ASSIST_PROPOSALS);
        setAction("ContentAssistProposal", assist);
        markAsStateDependentAction("ContentAssistProposal", true);
    }

    @Override
    public void createPartControl(final Composite parent) {
        super.createPartControl(parent);
        mark();
    }

    @Override
    protected void performSave(final boolean overwrite, final IProgressMonitor monitor) {
        super.performSave(overwrite, monitor);
        mark();
    }

    private void mark() {
        final IFile saved = Adapters.adapt(getEditorInput(), IFile.class);
        if (saved != null) {
            watch.check(saved);
        }
    }

    private void recolor() {
        final ISourceViewer viewer = getSourceViewer();
        if (viewer != null) {
            viewer.invalidateTextPresentation();
        }
    }

    /** As it is now, saved or not. */
    IDocument document() {
        return getDocumentProvider().getDocument(getEditorInput());
    }

    @Override
    public <T> T getAdapter(final Class<T> type) {
        if (type == IContentOutlinePage.class) {
            if (outline == null || outline.isDisposed()) {
                outline = new SourceOutline(document(), this::reveal);
            }
            return type.cast(outline);
        }
        return super.getAdapter(type);
    }

    /** Also when another page of the editor is on top. */
    private void reveal(final SourceToken token) {
        if (getSite() instanceof final MultiPageEditorSite site && site.getMultiPageEditor() instanceof final ConfigurationEditor editor) {
            editor.showSource(Optional.empty());
        }
        selectAndReveal(token.offset(), token.length());
    }

    @Override
    public void dispose() {
        if (colors != null) {
            colors.dispose();
        }
        super.dispose();
    }
}
