package org.filterscope.core.export;

import org.filterscope.core.finding.FindingKind;

/** What kinds of findings are, for those who meet one for the first time. */
final class KindText {

    private KindText() {
    }

    /** One sentence. */
    static String meaning(final FindingKind kind) {
        return switch (kind) {
            case CLASS_CONFUSION -> "Pictures of one class are taken for another, and the filters that carry it are known.";
            case CONCEPT_CONFUSION -> "A filter fires on two concepts that mean different things to the classes.";
            case MIXED_PATTERNS -> "A filter mixes part patterns that speak for different classes.";
            case CONTEXT_SHORTCUT -> "The evidence for a class lies outside of the object: in its background, or in what comes along with it.";
            case FIXED_PLACE -> "The evidence for a class lies at one place of the picture, whatever is shown: a watermark, a border.";
            case COLOUR_SHORTCUT -> "A class is told by colour alone.";
            case ATTRIBUTE_TIE -> "An attribute that has nothing to do with the class decides it.";
            case SUSPICIOUS_LABELS -> "The labels of pictures are doubtful.";
            case UNKNOWN_UNKNOWNS -> "There is a kind of picture on which the network is sure and wrong.";
            case FRAGILE_FILTERS -> "A change too small to see turns a filter, and with it the prediction.";
            case DUPLICATE_FILTERS -> "Filters do the same.";
            case DEAD_FILTERS -> "Filters never fire.";
        };
    }

    /** What to do about it, in general. */
    static String advice(final FindingKind kind) {
        return switch (kind) {
            case CLASS_CONFUSION, CONCEPT_CONFUSION, MIXED_PATTERNS ->
                "Look at the evidence and the counterexamples; mute or repair the filters, or collect pictures that tell the classes apart.";
            case CONTEXT_SHORTCUT, ATTRIBUTE_TIE -> "Collect pictures of the class in other surroundings, and of the surroundings without the class.";
            case FIXED_PLACE -> "Look for marks that come with the class; cut them away, or shift and crop pictures in training.";
            case COLOUR_SHORTCUT -> "Vary colours in training, or collect pictures of the class in other colours.";
            case SUSPICIOUS_LABELS -> "Look at the labels of these pictures again.";
            case UNKNOWN_UNKNOWNS -> "Collect pictures of this kind, and train again.";
            case FRAGILE_FILTERS -> "Vary pictures more in training.";
            case DUPLICATE_FILTERS, DEAD_FILTERS -> "Make the layer smaller, or train with a smaller learning rate.";
        };
    }
}
