package org.filterscope.ui.configuration;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.filterscope.core.configuration.ConfigurationText;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.core.configuration.UneditableException;

/** The source as the form sees it. Belongs to the UI thread. */
final class SourceModel {
    private final Supplier<IDocument> document;

    /** @param document asked for each time, for a file that is moved gets another one */
    SourceModel(final Supplier<IDocument> document) {
        this.document = document;
    }

    /** @throws InvalidConfigurationException when the source is not YAML at the moment */
    ConfigurationText text() throws InvalidConfigurationException {
        return ConfigurationText.parse(document.get().get());
    }

    /** Reads the source in the background, and tells when that is done, there; also when it is not YAML. */
    void readAside(final Runnable done) {
        final String written = document.get().get();
        Job.createSystem(Messages.SourceModel_reading, monitor -> {
            try {
                ConfigurationText.parse(written);
            } catch (final InvalidConfigurationException e) {
                // The form is disabled then, and says why.
            } finally {
                done.run();
            }
        }).schedule();
    }

    /** Replaces what an edit changes and nothing around it, as one step that can be undone. Does nothing while the source is not YAML. */
    void edit(final UnaryOperator<ConfigurationText> edit) {
        try {
            final String before = document.get().get();
            final String after = edit.apply(text()).toString();
            final int start = commonStart(before, after);
            final int end = commonEnd(before, after, start);
            if (start + end == before.length() && before.length() == after.length()) {
                return;
            }
            document.get().replace(start, before.length() - end - start, after.substring(start, after.length() - end));
        } catch (final InvalidConfigurationException e) {
            // The form is disabled then, and says why.
        } catch (final UneditableException e) {
            MessageDialog.openInformation(null, Messages.SourceModel_title, Messages.SourceModel_uneditable);
        } catch (final BadLocationException e) {
            ILog.of(SourceModel.class).error(e.getMessage(), e);
        }
    }

    private static int commonStart(final String one, final String other) {
        final int most = Math.min(one.length(), other.length());
        int same = 0;
        while (same < most && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static int commonEnd(final String one, final String other, final int start) {
        final int most = Math.min(one.length(), other.length()) - start;
        int same = 0;
        while (same < most && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return same;
    }
}
