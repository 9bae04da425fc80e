package org.filterscope.ui.configuration;

import java.util.List;

import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.ide.IDEActionFactory;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;

/** The menus' and keys' actions work on the source page; the form's widgets have their own. Undo works on both, for both edit the same text. */
public final class ConfigurationActions extends MultiPageEditorActionBarContributor {
    private static final List<String> TEXT = List.of(ITextEditorActionConstants.CUT, ITextEditorActionConstants.COPY, ITextEditorActionConstants.PASTE,
            ITextEditorActionConstants.DELETE, ITextEditorActionConstants.SELECT_ALL, ITextEditorActionConstants.FIND,
            ITextEditorActionConstants.PRINT, ITextEditorActionConstants.REVERT, IDEActionFactory.BOOKMARK.getId(), IDEActionFactory.ADD_TASK.getId());
    private static final List<String> ALWAYS = List.of(ActionFactory.UNDO.getId(), ActionFactory.REDO.getId(), ITextEditorActionConstants.REVERT);

    private ITextEditor source;

    @Override
    public void setActiveEditor(final IEditorPart part) {
        source = part == null ? null : part.getAdapter(ITextEditor.class);
        super.setActiveEditor(part);
    }

    @Override
    public void setActivePage(final IEditorPart page) {
        final IActionBars bars = getActionBars();
        TEXT.forEach(id -> bars.setGlobalActionHandler(id, page instanceof final ITextEditor text ? text.getAction(id) : null));
        ALWAYS.forEach(id -> bars.setGlobalActionHandler(id, source == null ? null : source.getAction(id)));
        bars.updateActionBars();
    }
}
