package org.filterscope.analysis.run;

import java.util.List;

import org.filterscope.analysis.contribution.NamedMethod;

/**
 * Which heat maps to measure, and on what.
 *
 * @param methods  in the order of the result
 * @param layer    for methods that look at one; empty for a choice of ours
 * @param pictures at most so many, drawn evenly from the classes; at least one
 * @param tested   of these, so many are put to the tests that take many passes; 0 for none
 * @param classes  of the pictures; none for all
 * @param seed     of everything that is drawn by lot
 */
public record HeatChoice(List<NamedMethod> methods, String layer, int pictures, int tested, List<String> classes, long seed) {

    public HeatChoice {
        methods = List.copyOf(methods);
        classes = List.copyOf(classes);
    }
}
