package org.filterscope.ui.configuration;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ui.diagnosis.DiagnosisStarter;

/** The form. What it shows is the source's, at any moment; it keeps nothing of its own. Belongs to the UI thread. */
final class FormEditorPage extends FormPage {
    static final String ID = "form";
    private static final int PAUSE_MILLISECONDS = 200;

    private final ConfigurationEditor editor;
    private final Runnable refresh = this::refresh;
    private final IDocumentListener listener = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(final DocumentEvent event) {
            // Afterwards is soon enough.
        }

        @Override
        public void documentChanged(final DocumentEvent event) {
            if (isShown()) {
                getManagedForm().getForm().getDisplay().timerExec(PAUSE_MILLISECONDS, refresh);
            }
        }
    };
    private Optional<ConfigurationForm> form = Optional.empty();
    private FormMessages messages;
    private IDocument document;
    private IAction run;
    private List<SourceProblem> problems = List.of();

    FormEditorPage(final ConfigurationEditor editor) {
        super(editor, ID, Messages.FormEditorPage_title);
        this.editor = editor;
    }

    @Override
    protected void createFormContent(final IManagedForm managed) {
        final ScrolledForm scrolled = managed.getForm();
        scrolled.setText(Messages.FormEditorPage_heading);
        managed.getToolkit().decorateFormHeading(scrolled.getForm());
        scrolled.getForm().addMessageHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(final HyperlinkEvent event) {
                editor.showSource(problems.stream().findFirst());
            }
        });
        run = new Action(Messages.FormEditorPage_run) {
            @Override
            public void run() {
                diagnose();
            }
        };
        run.setToolTipText(Messages.FormEditorPage_run);
        ResourceLocator.imageDescriptorFromBundle(FormEditorPage.class, "icons/run-diagnosis.svg").ifPresent(run::setImageDescriptor);
        scrolled.getToolBarManager().add(run);
        scrolled.getToolBarManager().update(true);
        final ConfigurationForm content = new ConfigurationForm(managed, new SourceModel(editor::document),
                () -> ConfigurationFile.of(getEditorInput()), new InspectedModels(getSite().getService(Diagnoses.class)),
                new FileOpener(getSite().getPage()), this::diagnose, this::refresh);
        content.create();
        form = Optional.of(content);
        messages = new FormMessages(managed.getMessageManager());
        follow();
        getSite().getWorkbenchWindow().getWorkbench().getHelpSystem().setHelp(scrolled, ConfigurationEditor.HELP);
    }

    /** Saves, and runs what is saved. */
    private void diagnose() {
        file().ifPresent(new DiagnosisStarter(getSite().getWorkbenchWindow())::start);
    }

    private Optional<IFile> file() {
        return Optional.ofNullable(Adapters.adapt(getEditorInput(), IFile.class));
    }

    private boolean isShown() {
        return form.isPresent() && !getManagedForm().getForm().isDisposed();
    }

    /** A file that is moved gets another text, and what it names is looked for at another place. */
    void follow() {
        setInput(editor.getEditorInput());
        if (!isShown()) {
            return;
        }
        run.setEnabled(file().isPresent());
        form.get().follow();
        if (document != null) {
            document.removeDocumentListener(listener);
        }
        document = editor.document();
        document.addDocumentListener(listener);
        refresh();
    }

    /** What is wrong with the source as it was a moment ago. */
    void show(final List<SourceProblem> found) {
        problems = found;
        if (isShown()) {
            tell();
        }
    }

    private void refresh() {
        if (isShown()) {
            form.get().refresh();
            tell();
        }
    }

    private void tell() {
        final ConfigurationForm content = form.orElseThrow();
        messages.show(problems, content.text(), content.fields(), content.places());
    }

    @Override
    public void setActive(final boolean active) {
        super.setActive(active);
        if (active) {
            refresh();
        }
    }

    @Override
    public void dispose() {
        if (document != null) {
            document.removeDocumentListener(listener);
        }
        super.dispose();
    }
}
