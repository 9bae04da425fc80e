package org.filterscope.ide.launch;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy;
import org.filterscope.ide.RunLink;
import org.filterscope.ide.RunLog;

/** A run's lines as the Console takes them, and the links in them. */
final class DiagnosisStreams implements IStreamsProxy, RunLog {
    private final LineStream output = new LineStream();
    private final LineStream errors = new LineStream();
    private final Map<String, RunLink> links = new ConcurrentHashMap<>();

    @Override
    public void say(final String line, final Optional<RunLink> link, final boolean problem) {
        link.ifPresent(known -> links.put(line, known));
        (problem ? errors : output).say(line);
    }

    /** Lines that read the same are about the same. */
    Optional<RunLink> link(final String line) {
        return Optional.ofNullable(links.get(line));
    }

    @Override
    public IStreamMonitor getErrorStreamMonitor() {
        return errors;
    }

    @Override
    public IStreamMonitor getOutputStreamMonitor() {
        return output;
    }

    @Override
    public void write(final String input) throws IOException {
        throw new IOException("a diagnosis takes no input");
    }
}
