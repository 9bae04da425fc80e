package org.filterscope.ui.configuration;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The keys of a configuration, in the order of the source. */
final class SourceOutline extends ContentOutlinePage {
    private static final int PAUSE_MILLISECONDS = 300;

    private final Consumer<SourceToken> reveal;
    private final Runnable refresh = this::refresh;
    private final IDocumentListener listener = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(final DocumentEvent event) {
            // Afterwards is soon enough.
        }

        @Override
        public void documentChanged(final DocumentEvent event) {
            getControl().getDisplay().timerExec(PAUSE_MILLISECONDS, refresh);
        }
    };
    private IDocument document;

    /** @param reveal shows a key in the source */
    SourceOutline(final IDocument document, final Consumer<SourceToken> reveal) {
        this.document = document;
        this.reveal = reveal;
    }

    @Override
    public void createControl(final Composite parent) {
        super.createControl(parent);
        final TreeViewer tree = getTreeViewer();
        tree.setContentProvider(new Content());
        tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
        tree.setAutoExpandLevel(2);
        tree.setInput(entries());
        tree.addSelectionChangedListener(event -> {
            if (tree.getControl().isFocusControl() && event.getSelection() instanceof final IStructuredSelection selection
                    && selection.getFirstElement() instanceof final OutlineEntry entry) {
                reveal.accept(entry.key());
            }
        });
        document.addDocumentListener(listener);
        getSite().getWorkbenchWindow().getWorkbench().getHelpSystem().setHelp(tree.getControl(), ConfigurationEditor.HELP);
    }

    private List<OutlineEntry> entries() {
        return document.getLength() > ConfigurationFile.LARGEST ? List.of() : OutlineEntry.of(SourceScanner.tokens(document.get()));
    }

    private void refresh() {
        if (!isDisposed()) {
            final Object[] expanded = getTreeViewer().getExpandedElements();
            getTreeViewer().setInput(entries());
            getTreeViewer().setExpandedElements(expanded);
        }
    }

    /** The file that is edited has another text now. */
    void show(final IDocument other) {
        if (getControl() != null && !isDisposed()) {
            document.removeDocumentListener(listener);
            other.addDocumentListener(listener);
        }
        document = other;
        if (getControl() != null) {
            refresh();
        }
    }

    boolean isDisposed() {
        return getControl() != null && getControl().isDisposed();
    }

    @Override
    public void dispose() {
        document.removeDocumentListener(listener);
        super.dispose();
    }

    private static final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(final Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(final Object parent) {
            return ((OutlineEntry) parent).inside().toArray();
        }

        @Override
        public Object getParent(final Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(final Object element) {
            return !((OutlineEntry) element).inside().isEmpty();
        }
    }

    private static final class Labels extends LabelProvider implements IStyledLabelProvider {

        @Override
        public StyledString getStyledText(final Object element) {
            final OutlineEntry entry = (OutlineEntry) element;
            final StyledString text = new StyledString(entry.key().text());
            return entry.value().isEmpty() ? text : text.append("  " + entry.value(), StyledString.QUALIFIER_STYLER);
        }

        @Override
        public String getText(final Object element) {
            return getStyledText(element).getString();
        }

        @Override
        public Image getImage(final Object element) {
            return null;
        }
    }
}
