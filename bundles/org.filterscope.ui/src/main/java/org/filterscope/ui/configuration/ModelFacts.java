package org.filterscope.ui.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings.Size;

/** What is known of a model without running it. */
@FunctionalInterface
interface ModelFacts {

    /**
     * Names of a model's layers. May take seconds; never called on the UI thread.
     *
     * @return empty when they are not to be had
     */
    List<String> layers(Path model, Optional<Size> size);
}
