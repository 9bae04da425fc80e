package org.filterscope.ui.graph;

import java.util.List;

import org.filterscope.ui.FilterSelection;

/** Hears what a person does with the graph, and what happens to its report. */
interface GraphListener {
    void categoryChosen(String category);

    /** The filters that are selected by now: one or none. */
    void selected(List<FilterSelection> filters);

    /** The picture that is chosen by now, by its path below the picture folder. */
    void pictured(String picture, List<FilterSelection> filters);

    /** Something is focused on, or no longer. */
    void focused(boolean something);

    /** Another report lies in the report's place. */
    void replaced();
}
