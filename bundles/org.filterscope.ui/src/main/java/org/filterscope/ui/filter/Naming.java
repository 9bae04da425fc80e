package org.filterscope.ui.filter;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.names.FilterName;
import org.filterscope.core.names.FilterNames;
import org.filterscope.core.names.InvalidNamesException;
import org.filterscope.core.names.NamesFile;
import org.filterscope.core.names.Verdict;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.report.NameSource;

/**
 * What people say of a filter.
 *
 * @param said    empty when nothing was said
 * @param refusal why nothing can be said, for the user; empty when something can
 */
record Naming(Optional<FilterName> said, String refusal) {

    /** Looks at the disk. */
    static Naming of(final Report report, final FilterRow filter, final NameSource source) {
        if (filter.scores().text(Score.FINGERPRINT).isEmpty()) {
            return new Naming(Optional.empty(), Messages.Naming_noFingerprint);
        }
        final Optional<NamesFile> file = source.of(report);
        if (file.isEmpty()) {
            return new Naming(Optional.empty(), Messages.Naming_noPlace);
        }
        try {
            final FilterNames names = file.get().read();
            return new Naming(names.of(filter), "");
        } catch (final InvalidNamesException e) {
            return new Naming(Optional.empty(), NLS.bind(Messages.Naming_unreadable, e.getMessage()));
        }
    }

    String name() {
        return said.map(FilterName::name).orElse("");
    }

    /** About the label that the filter has now: a label that has changed since was never judged. */
    Optional<Verdict> verdict(final FilterRow filter) {
        return said.filter(before -> before.label().equals(filter.scores().text(Score.LABEL).orElse(""))).flatMap(FilterName::verdict);
    }

    /** What is said when a person changes name and verdict; a note stays. */
    FilterName changed(final FilterSelection filter, final FilterRow numbers, final String name, final Optional<Verdict> verdict) {
        return new FilterName(numbers.scores().text(Score.FINGERPRINT).orElse(""), name, verdict, filter.layer(), filter.channel(),
                numbers.scores().text(Score.LABEL).orElse(""), said.map(FilterName::note).orElse(""));
    }
}
