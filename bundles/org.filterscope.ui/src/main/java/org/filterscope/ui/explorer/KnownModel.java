package org.filterscope.ui.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.report.LayerRow;

/**
 * What is known of a model.
 *
 * @param model   whether the file is one
 * @param report  the newest that tells about it
 * @param layers  of the report, or all of them where there is none
 * @param failure a sentence for the user, in place of layers
 */
record KnownModel(boolean model, Optional<Path> report, List<LayerRow> layers, Optional<String> failure) {
    static final KnownModel NONE = new KnownModel(false, Optional.empty(), List.of(), Optional.empty());

    KnownModel {
        layers = List.copyOf(layers);
    }
}
