package org.filterscope.ui.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.filterscope.core.names.Verdict;
import org.filterscope.ui.display.AccessibleName;

/** What a person calls a filter, and says of its label. Belongs to the UI thread. */
final class NameEditor {
    private static final int LONGEST = 200;

    private final Composite control;
    private final Text name;
    private final Map<Optional<Verdict>, Button> verdicts = new LinkedHashMap<>();
    private final BiConsumer<String, Optional<Verdict>> changed;
    private String shownName = "";
    private Optional<Verdict> shownVerdict = Optional.empty();
    private boolean unsaved;
    private int unanswered;

    /** @param changed gets what the person says now: a name, which may be empty, and a verdict */
    NameEditor(final Composite parent, final BiConsumer<String, Optional<Verdict>> changed) {
        this.changed = changed;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 2).applyTo(control);
        new Label(control, SWT.NONE).setText(Messages.NameEditor_name);
        name = new Text(control, SWT.BORDER | SWT.SINGLE);
        name.setTextLimit(LONGEST);
        AccessibleName.give(name, () -> LegacyActionTools.removeMnemonics(Messages.NameEditor_name));
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(name);
        name.addListener(SWT.DefaultSelection, event -> announce(unsaved));
        name.addListener(SWT.FocusOut, event -> announce(false));
        new Label(control, SWT.NONE).setText(Messages.NameEditor_label);
        final Composite choices = new Composite(control, SWT.NONE);
        choices.setLayout(new RowLayout());
        radio(choices, Optional.of(Verdict.RIGHT), Messages.NameEditor_right);
        radio(choices, Optional.of(Verdict.WRONG), Messages.NameEditor_wrong);
        radio(choices, Optional.of(Verdict.UNCLEAR), Messages.NameEditor_unclear);
        radio(choices, Optional.empty(), Messages.NameEditor_open);
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(choices);
    }

    Composite control() {
        return control;
    }

    /** @param labelled whether there is a label to judge */
    void show(final String said, final Optional<Verdict> verdict, final boolean labelled) {
        unsaved = false;
        unanswered = 0;
        shownName = said;
        shownVerdict = verdict;
        name.setText(said);
        verdicts.forEach((choice, button) -> {
            button.setSelection(choice.equals(verdict));
            button.setEnabled(labelled);
        });
    }

    /**
     * What was said was kept, or could not be kept: then Enter says it again.
     *
     * @param kept whether it was
     */
    void answer(final boolean kept) {
        unanswered = Math.max(0, unanswered - 1);
        unsaved |= !kept;
    }

    /** Whether the person is in the middle of writing something, or has said something that is not kept yet. */
    boolean isEdited() {
        return unsaved || unanswered > 0 || name.isFocusControl() && !name.getText().strip().equals(shownName);
    }

    private void radio(final Composite parent, final Optional<Verdict> verdict, final String label) {
        final Button button = new Button(parent, SWT.RADIO);
        button.setText(label);
        button.addListener(SWT.Selection, event -> announce(unsaved && button.getSelection()));
        verdicts.put(verdict, button);
    }

    /**
     * Of radio buttons the one that is left announces, too: as long as none is set, nothing new is said.
     *
     * @param again even if it was said before
     */
    private void announce(final boolean again) {
        final Optional<Verdict> verdict = verdicts.keySet().stream().filter(choice -> verdicts.get(choice).getSelection()).findFirst()
                .orElse(shownVerdict);
        final String said = name.getText().strip();
        if (again || !said.equals(shownName) || !verdict.equals(shownVerdict)) {
            unsaved = false;
            unanswered++;
            shownName = said;
            shownVerdict = verdict;
            changed.accept(said, verdict);
        }
    }
}
