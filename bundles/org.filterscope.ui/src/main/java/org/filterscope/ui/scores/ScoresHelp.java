package org.filterscope.ui.scores;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IContext2;
import org.eclipse.help.IHelpResource;
import org.eclipse.osgi.util.NLS;

/** The view's help with the explanations of all columns that are shown. */
record ScoresHelp(IContext view, List<ScoreColumn> columns) implements IContext2 {

    static ScoresHelp of(final List<ScoreColumn> columns) {
        return new ScoresHelp(HelpSystem.getContext(FilterScoresView.ID), columns);
    }

    @Override
    public String getText() {
        return explained(view.getText());
    }

    @Override
    public String getStyledText() {
        return explained(view.getText());
    }

    @Override
    public String getTitle() {
        return view instanceof final IContext2 titled ? titled.getTitle() : "";
    }

    @Override
    public String getCategory(final IHelpResource topic) {
        return null;
    }

    @Override
    public IHelpResource[] getRelatedTopics() {
        return view.getRelatedTopics();
    }

    private String explained(final String text) {
        return columns.stream().map(column -> NLS.bind(Messages.ScoresHelp_column, column.label(), column.explanation()))
                .collect(Collectors.joining("\n\n", text + "\n\n" + Messages.ScoresHelp_columns + "\n\n", ""));
    }
}
