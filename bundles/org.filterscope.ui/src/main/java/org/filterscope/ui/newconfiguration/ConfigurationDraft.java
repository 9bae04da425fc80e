package org.filterscope.ui.newconfiguration;

import java.nio.file.Path;

import org.filterscope.core.InvalidInputException;

/** Makes the text of a first configuration. May look at the disk. */
@FunctionalInterface
interface ConfigurationDraft {

    /**
     * @param folder   that the configuration goes to, absolute
     * @param model    absolute
     * @param pictures folder, absolute
     * @throws InvalidInputException with a sentence for the user when no run of it could succeed
     */
    String text(Path folder, Path model, Path pictures) throws InvalidInputException;
}
