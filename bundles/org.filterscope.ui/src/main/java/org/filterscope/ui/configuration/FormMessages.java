package org.filterscope.ui.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.forms.IMessageManager;
import org.filterscope.core.configuration.ConfigurationText;

/** Shows problems of the source beside the fields that they are about, and the others in the head of the form. Belongs to the UI thread. */
final class FormMessages {
    private static final Pattern MISSING = Pattern.compile("'([^']+)' is missing.*", Pattern.DOTALL);

    private final IMessageManager messages;

    FormMessages(final IMessageManager messages) {
        this.messages = messages;
        messages.setDecorationPosition(SWT.LEFT | SWT.CENTER);
    }

    /** @param text empty while the source is not YAML */
    void show(final List<SourceProblem> problems, final Optional<ConfigurationText> text, final List<FormField> fields, final FormPlaces places) {
        messages.setAutoUpdate(false);
        messages.removeAllMessages();
        fields.forEach(field -> messages.removeMessages(field.control()));
        final Set<String> told = new HashSet<>();
        for (int index = 0; index < problems.size(); index++) {
            final SourceProblem problem = problems.get(index);
            final Optional<FormField> field = text.flatMap(now -> field(problem, now, fields, places));
            if (field.isPresent() && told.add(field.get().path())) {
                messages.addMessage(index, problem.words(), problem, IMessageProvider.ERROR, field.get().control());
            } else {
                messages.addMessage(index, NLS.bind(Messages.FormMessages_line, problem.line(), problem.words()), problem, IMessageProvider.ERROR);
            }
        }
        messages.setAutoUpdate(true);
    }

    private static Optional<FormField> field(final SourceProblem problem, final ConfigurationText text, final List<FormField> fields,
            final FormPlaces places) {
        final Matcher missing = MISSING.matcher(problem.words());
        if (missing.matches()) {
            return fields.stream().filter(field -> last(field.path()).equals(missing.group(1)) && !text.has(places.of(text, field.path()))
                    && isNeeded(field.path(), problem, text)).findFirst();
        }
        final String path = String.join(".", problem.path());
        return fields.stream().filter(field -> field.path().equals(path) || field.path().equals(path + ".file"))
                .filter(field -> isOn(problem, text, places.of(text, field.path()))).findFirst();
    }

    /** Of several sets of concepts, or gates, the one on show. */
    private static boolean isOn(final SourceProblem problem, final ConfigurationText text, final String place) {
        final OptionalInt line = text.line(place);
        final int dot = place.lastIndexOf('.');
        final OptionalInt next = dot < 0 ? OptionalInt.empty() : following(text, place.substring(0, dot));
        return line.isPresent() && line.getAsInt() <= problem.line() && (next.isEmpty() || problem.line() < next.getAsInt());
    }

    private static OptionalInt following(final ConfigurationText text, final String item) {
        final String number = item.substring(item.lastIndexOf('.') + 1);
        return number.matches("\\d{1,4}") ? text.line(item.substring(0, item.length() - number.length()) + (Integer.parseInt(number) + 1))
                : OptionalInt.empty();
    }

    private static boolean isNeeded(final String path, final SourceProblem problem, final ConfigurationText text) {
        final int dot = path.indexOf('.');
        return dot < 0 || problem.path().isEmpty() || problem.path().getFirst().equals(path.substring(0, dot)) || !text.has(path.substring(0, dot));
    }

    private static String last(final String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
