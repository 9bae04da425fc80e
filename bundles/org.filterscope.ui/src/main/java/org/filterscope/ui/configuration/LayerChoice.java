package org.filterscope.ui.configuration;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.filterscope.core.configuration.ConfigurationText;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.ui.display.UiThread;

/** Lets people choose among the layers of the model, which is read in the background. */
final class LayerChoice {
    private final Supplier<Optional<Path>> file;
    private final ModelFacts facts;

    /** @param file the configuration, asked for each time, for it may be moved; empty when it does not lie on this machine's disks */
    LayerChoice(final Supplier<Optional<Path>> file, final ModelFacts facts) {
        this.file = file;
        this.facts = facts;
    }

    /** Belongs to the UI thread; returns at once. */
    void choose(final ConfigurationText source, final Control near, final TextField field) {
        final Optional<Path> model = source.get("model").flatMap(written -> file.get().flatMap(place -> NamedPlaces.at(place, written)));
        if (model.isEmpty()) {
            MessageDialog.openInformation(near.getShell(), Messages.LayerChoice_title, Messages.LayerChoice_noModel);
            return;
        }
        final List<String> size = source.texts("input.size");
        final Optional<Size> sides = size.size() == 2 && size.stream().allMatch(side -> side.matches("[1-9]\\d{0,3}"))
                ? Optional.of(new Size(Integer.parseInt(size.get(0)), Integer.parseInt(size.get(1)))) : Optional.empty();
        final UiThread thread = new UiThread(near.getDisplay());
        final Job job = Job.create(NLS.bind(Messages.LayerChoice_reading, model.get().getFileName()), monitor -> {
            final List<String> layers = facts.layers(model.get(), sides);
            thread.later(() -> ask(layers, model.get(), near, field));
        });
        job.setUser(true);
        job.schedule();
    }

    private static void ask(final List<String> layers, final Path model, final Control near, final TextField field) {
        if (near.isDisposed()) {
            return;
        }
        if (layers.isEmpty()) {
            MessageDialog.openInformation(near.getShell(), Messages.LayerChoice_title, NLS.bind(Messages.LayerChoice_none, model));
            return;
        }
        final ElementListSelectionDialog dialog = new ElementListSelectionDialog(near.getShell(), new LabelProvider());
        dialog.setTitle(Messages.LayerChoice_title);
        dialog.setMessage(Messages.LayerChoice_choose);
        dialog.setElements(layers.toArray());
        dialog.setMultipleSelection(true);
        if (dialog.open() == Window.OK) {
            final List<Object> chosen = Arrays.asList(dialog.getResult());
            field.write(String.join(", ", layers.stream().filter(chosen::contains).toList()));
        }
    }
}
