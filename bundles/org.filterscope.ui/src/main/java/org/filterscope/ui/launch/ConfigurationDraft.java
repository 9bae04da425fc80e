package org.filterscope.ui.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.ConfigurationText;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.core.configuration.UneditableException;
import org.filterscope.ide.launch.LaunchAttributes;

/** A configuration file as the tabs of the dialog have it: all of them change one text, which is saved as a whole. Belongs to the UI thread. */
final class ConfigurationDraft {
    /** Of launch configurations: which text they were saved with the last time that a text was changed with them. */
    private long opened;
    private static final String EDITED = "org.filterscope.ui.edited";

    private Optional<IFile> file = Optional.empty();
    private Optional<ConfigurationText> saved = Optional.empty();
    private Optional<ConfigurationText> text = Optional.empty();
    private Optional<Problem> problem = Optional.empty();

    /**
     * Why the configuration cannot be run.
     *
     * @param sentence for the user
     * @param key      the outermost key that it is about; empty for the file as a whole
     */
    record Problem(String sentence, String key) {
    }

    /** Begins anew with what the file says now. */
    void open(final Optional<IFile> chosen) {
        opened = System.nanoTime();
        file = chosen;
        saved = Optional.empty();
        if (chosen.isPresent()) {
            try {
                if (!chosen.get().exists()) {
                    fail(NLS.bind(Messages.ConfigurationDraft_missing, chosen.get().getFullPath()));
                    return;
                }
                saved = Optional.of(ConfigurationText.parse(new ConfigurationBuffer(chosen.get()).read()));
            } catch (final InvalidConfigurationException e) {
                fail(NLS.bind(Messages.ConfigurationDraft_malformed, chosen.get().getName(), e.getMessage()));
                return;
            } catch (final CoreException e) {
                fail(e.getStatus().getMessage());
                return;
            }
        }
        text = saved;
        validate();
    }

    private void fail(final String sentence) {
        text = Optional.empty();
        problem = Optional.of(new Problem(sentence, ""));
    }

    Optional<IFile> file() {
        return file;
    }

    /** Empty while there is no file that can be edited. */
    Optional<ConfigurationText> text() {
        return text;
    }

    /** Where relative paths start. */
    Optional<Path> folder() {
        return file.map(IFile::getParent).map(parent -> parent.getLocation()).map(IPath::toPath);
    }

    Optional<Problem> problem() {
        return problem;
    }

    boolean isDirty() {
        return !text.equals(saved) && text.isPresent();
    }

    /** The values at a path; that of the first item where there is a list of blocks, which most configurations write as one block. */
    List<String> get(final String path) {
        return text.map(known -> known.texts(first(known, path))).orElse(List.of());
    }

    /** @param value blank for none */
    void set(final String path, final String value) {
        change(known -> value.isBlank() ? known.without(first(known, path)) : known.with(first(known, path), value.strip()));
    }

    /** @param values none to remove the key */
    void set(final String path, final List<String> values) {
        change(known -> values.isEmpty() ? known.without(first(known, path)) : known.with(first(known, path), values));
    }

    private void change(final UnaryOperator<ConfigurationText> edit) {
        if (text.isPresent()) {
            try {
                text = text.map(edit);
                validate();
            } catch (final UneditableException e) {
                problem = Optional.of(new Problem(Messages.ConfigurationDraft_uneditable, ""));
            }
        }
    }

    private static String first(final ConfigurationText known, final String path) {
        String found = "";
        for (final String step : path.split("\\.")) {
            found = found.isEmpty() ? step : known.has(found + ".0") ? found + ".0." + step : found + "." + step;
        }
        // Landmarks are a file, or a block with the file.
        return "landmarks".equals(found) && known.has("landmarks.file") ? "landmarks.file" : found;
    }

    private void validate() {
        problem = Optional.empty();
        final Optional<Path> place = file.map(IFile::getLocation).map(IPath::toPath);
        if (text.isEmpty() || place.isEmpty()) {
            return;
        }
        try {
            new ConfigurationReader().read(place.get(), text.get().toString());
        } catch (final InvalidConfigurationException e) {
            problem = Optional.of(new Problem(e.reason(), key(text.get(), e.line())));
        }
    }

    /** The outermost key that a line belongs to. */
    private static String key(final ConfigurationText known, final int line) {
        String key = "";
        for (final String candidate : known.keys()) {
            if (known.line(candidate).orElseThrow() <= line) {
                key = candidate;
            }
        }
        return key;
    }

    /** Lets the dialog see that there is something to apply, and {@link #isMarked} see afterwards that it was. */
    void mark(final ILaunchConfigurationWorkingCopy launch) {
        if (isDirty()) {
            launch.setAttribute(EDITED, stamp());
        }
    }

    /** Whether a launch configuration was saved with the text as it is now. */
    boolean isMarked(final ILaunchConfiguration launch) throws CoreException {
        return isDirty() && LaunchAttributes.configuration(launch).equals(file) && launch.getAttribute(EDITED, "").equals(stamp());
    }

    /** The same edit made at another time is another edit: the file may have gone back meanwhile. */
    private String stamp() {
        return "%x-%x".formatted(opened, text.orElseThrow().hashCode());
    }

    /** Writes the text to the file, and to editors that have it open. */
    void save() throws CoreException {
        if (isDirty()) {
            new ConfigurationBuffer(file.orElseThrow()).write(text.orElseThrow().toString());
            saved = text;
        }
    }
}
