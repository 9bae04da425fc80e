package org.filterscope.ui.launch;

import java.nio.file.Path;
import java.util.Optional;

import org.filterscope.core.protocol.InspectionResult;

/**
 * What a new configuration begins with: what a model is like, and what was guessed from the files beside it.
 *
 * @param model     absolute
 * @param inspected what the model's file tells
 * @param pictures  their folder, absolute
 * @param labels    names of the model's outputs, absolute
 */
public record InspectedModel(Path model, InspectionResult inspected, Optional<Path> pictures, Optional<Path> labels) {

    /**
     * Looks at the disk.
     *
     * @param pictures those that are wanted; empty for those beside the model
     */
    public static InspectedModel of(final Path model, final InspectionResult inspected, final Optional<Path> pictures) {
        final DataGuess guess = new DataGuess(model.getParent());
        return new InspectedModel(model, inspected, pictures.or(guess::pictures), guess.labels(model));
    }
}
