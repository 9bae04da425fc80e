package org.filterscope.ui.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.configuration.ConfigurationText;
import org.filterscope.core.configuration.InvalidConfigurationException;

/**
 * A configuration that is to be written.
 *
 * @param folder   that it goes to, absolute
 * @param model    absolute
 * @param pictures their folder, absolute
 * @param labels   absolute
 * @param size     rows and columns, of models that leave them open
 * @param values   what training did with pixels
 * @param bgr      whether training had blue first
 */
public record NewConfiguration(Path folder, Path model, Path pictures, Optional<Path> labels, Optional<List<String>> size, PixelValues values,
        boolean bgr) {

    /** Of the file. */
    String name() {
        final String name = model.getFileName().toString();
        return (name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name) + ".filterscope";
    }

    /** What the file says, with relative paths, so that the folder can be moved. */
    public String text() {
        try {
            ConfigurationText text = ConfigurationText.parse(NLS.bind(Messages.NewConfiguration_comment, model.getFileName()) + "\n")
                    .with("model", ConfigurationFields.relative(folder, model));
            if (labels.isPresent()) {
                text = text.with("labels", ConfigurationFields.relative(folder, labels.get()));
            }
            if (size.isPresent()) {
                text = text.with("input.size", size.get());
            }
            text = values.in(text);
            if (bgr) {
                text = text.with("input.order", "bgr");
            }
            return text.with("images.folder", ConfigurationFields.relative(folder, pictures)).with("layers", "auto").toString();
        } catch (final InvalidConfigurationException e) {
            throw new IllegalStateException("A comment is a configuration", e);
        }
    }
}
