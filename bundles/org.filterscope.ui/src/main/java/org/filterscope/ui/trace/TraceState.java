package org.filterscope.ui.trace;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.ui.IMemento;
import org.filterscope.core.protocol.AblationRequest;
import org.filterscope.core.protocol.TraceRequest;

/**
 * What the view remembers from one time to the next.
 *
 * @param report   directory of the report
 * @param subjects one or two; none when nothing was traced
 * @param method   of the heat
 * @param amount   that silenced filters are set to
 * @param hot      whether heat is shown
 * @param exact    whether gradients are integrated
 */
record TraceState(Optional<Path> report, List<TraceSubject> subjects, HeatMethod method, String amount, boolean hot, boolean exact) {
    private static final String REPORT = "report";
    private static final String SUBJECT = "trace";
    private static final String PICTURE = "picture";
    private static final String OUTPUT = "output";
    private static final String METHOD = "heat";
    private static final String MEAN = "mean";
    private static final String COLD = "cold";
    private static final String QUICK = "quick";
    private static final int MOST = 2;

    TraceState {
        subjects = List.copyOf(subjects);
    }

    /** @param memento may be {@code null}, and may hold anything: what cannot be used is left out */
    static TraceState read(final IMemento memento) {
        if (memento == null) {
            return new TraceState(Optional.empty(), List.of(), HeatMethod.CONTRIBUTION, AblationRequest.ZERO, true, true);
        }
        final List<TraceSubject> subjects = new ArrayList<>();
        for (final IMemento child : memento.getChildren(SUBJECT)) {
            path(child.getString(PICTURE)).filter(picture -> subjects.size() < MOST)
                    .ifPresent(picture -> subjects.add(new TraceSubject(picture, output(child.getInteger(OUTPUT)))));
        }
        // What costs minutes is not done without being asked for.
        return new TraceState(path(memento.getString(REPORT)), subjects,
                HeatMethod.find(memento.getString(METHOD)).filter(method -> !method.isDear()).orElse(HeatMethod.CONTRIBUTION),
                Boolean.TRUE.equals(memento.getBoolean(MEAN)) ? AblationRequest.MEAN : AblationRequest.ZERO,
                !Boolean.TRUE.equals(memento.getBoolean(COLD)), !Boolean.TRUE.equals(memento.getBoolean(QUICK)));
    }

    void write(final IMemento memento) {
        report.ifPresent(directory -> memento.putString(REPORT, directory.toString()));
        for (final TraceSubject subject : subjects) {
            final IMemento child = memento.createChild(SUBJECT);
            child.putString(PICTURE, subject.picture().toString());
            child.putInteger(OUTPUT, subject.output());
        }
        memento.putString(METHOD, method.key());
        memento.putBoolean(MEAN, AblationRequest.MEAN.equals(amount));
        memento.putBoolean(COLD, !hot);
        memento.putBoolean(QUICK, !exact);
    }

    /** @param number may be {@code null} */
    private static int output(final Integer number) {
        return number == null || number < 0 ? TraceRequest.PREDICTED : number;
    }

    private static Optional<Path> path(final String text) {
        try {
            return Optional.ofNullable(text).map(Path::of);
        } catch (final InvalidPathException e) {
            return Optional.empty();
        }
    }
}
