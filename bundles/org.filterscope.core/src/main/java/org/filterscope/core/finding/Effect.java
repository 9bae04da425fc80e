package org.filterscope.core.finding;

import java.util.List;

/**
 * What an intervention does to the predictions, on pictures that the finding was not made from.
 *
 * @param intervention what was done, for a person: {@code filter 39 of 'concept' set to its mean}
 * @param pictures     how many it was tried on
 * @param classes      accuracies; only of classes that change or are concerned
 */
public record Effect(String intervention, int pictures, List<ClassEffect> classes) {

    public Effect {
        classes = List.copyOf(classes);
    }

    /**
     * @param className of the pictures
     * @param pictures  of that class that it was tried on
     * @param before    share of right answers
     * @param after     the same with the intervention
     */
    public record ClassEffect(String className, int pictures, double before, double after) {
    }
}
