package org.filterscope.ui.configuration;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.IFormPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.filterscope.ui.display.MessagePage;
import org.filterscope.ui.display.MessagePage.Offer;
import org.filterscope.ui.display.UiThread;

/** Edits a configuration as a form and as source. The source is what counts: the form shows it and changes single values in it. */
public final class ConfigurationEditor extends FormEditor {
    /** The editor's identifier in the workbench. */
    public static final String ID = "org.filterscope.ui.configurationEditor";
    static final String HELP = "org.filterscope.ui.configurationEditor";
    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    private Optional<SourcePage> source = Optional.empty();
    private FormEditorPage form;

    @Override
    public void init(final IEditorSite site, final IEditorInput input) throws PartInitException {
        super.init(site, input);
        setPartName(input.getName());
    }

    @Override
    protected void addPages() {
        final Optional<String> refusal = ConfigurationFile.of(getEditorInput()).flatMap(ConfigurationFile::refusal);
        try {
            if (refusal.isPresent()) {
                refuse(refusal.get());
            } else {
                form = new FormEditorPage(this);
                addPage(form);
                final UiThread thread = new UiThread(getContainer().getDisplay());
                final SourcePage page = new SourcePage(problems -> thread.later(() -> form.show(problems)), this::close);
                page.addPropertyListener((part, property) -> {
                    if (property == PROP_INPUT) {
                        moved();
                    }
                });
                setPageText(addPage(page, getEditorInput()), Messages.ConfigurationEditor_source);
                source = Optional.of(page);
            }
        } catch (final PartInitException e) {
            ILog.of(ConfigurationEditor.class).log(e.getStatus());
        }
    }

    /** The file has another name or place now, or another text. */
    private void moved() {
        setInputWithNotify(source.orElseThrow().getEditorInput());
        setPartName(getEditorInput().getName());
        form.follow();
    }

    /** In place of pages that would stand still. */
    private void refuse(final String sentence) {
        final MessagePage page = new MessagePage(getContainer());
        page.show(sentence, List.of(new Offer(Messages.ConfigurationEditor_otherwise, () -> {
            try {
                IDE.openEditor(getSite().getPage(), getEditorInput(), TEXT_EDITOR);
            } catch (final PartInitException e) {
                ILog.of(ConfigurationEditor.class).log(e.getStatus());
            }
        })));
        setPageText(addPage(page.control()), Messages.ConfigurationEditor_source);
    }

    /** The source as it is now, saved or not; only while there is a source page. */
    IDocument document() {
        return source.orElseThrow().document();
    }

    /** Brings the source page to the top. */
    void showSource(final Optional<SourceProblem> problem) {
        source.ifPresent(page -> {
            setActiveEditor(page);
            problem.ifPresent(place -> page.selectAndReveal(place.offset(), place.length()));
        });
    }

    /** Brings the form to the top. */
    void showForm() {
        setActivePage(FormEditorPage.ID);
    }

    @Override
    public <T> T getAdapter(final Class<T> type) {
        if (source.isPresent()) {
            if (type == ITextEditor.class) {
                return type.cast(source.get());
            }
            if (type == IContentOutlinePage.class) {
                return source.get().getAdapter(type);
            }
            if (type == IGotoMarker.class) {
                final IGotoMarker jump = source.get().getAdapter(IGotoMarker.class);
                return type.cast((IGotoMarker) marker -> {
                    showSource(Optional.empty());
                    jump.gotoMarker(marker);
                });
            }
        }
        return super.getAdapter(type);
    }

    @Override
    public void doSave(final IProgressMonitor monitor) {
        source.ifPresent(page -> page.doSave(monitor));
    }

    @Override
    public void doSaveAs() {
        source.ifPresent(SourcePage::doSaveAs);
    }

    @Override
    public boolean isSaveAsAllowed() {
        return source.isPresent();
    }

    @Override
    protected void pageChange(final int page) {
        super.pageChange(page);
        if (getActivePageInstance() instanceof final IFormPage shown) {
            shown.setFocus();
        }
    }
}
