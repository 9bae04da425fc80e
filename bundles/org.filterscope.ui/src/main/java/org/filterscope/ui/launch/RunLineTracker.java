package org.filterscope.ui.launch;

import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.ui.console.IConsole;
import org.eclipse.debug.ui.console.IConsoleLineTracker;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.filterscope.ide.launch.DiagnosisProcess;

/** Makes links of what a run's lines are about. */
public final class RunLineTracker implements IConsoleLineTracker {
    private IConsole console;

    @Override
    public void init(final IConsole shown) {
        console = shown;
    }

    @Override
    public void lineAppended(final IRegion line) {
        if (!(console.getProcess() instanceof final DiagnosisProcess process)) {
            return;
        }
        try {
            final String text = console.getDocument().get(line.getOffset(), line.getLength());
            process.link(text).ifPresent(
                    link -> console.addLink(new RunHyperlink(link.target()), line.getOffset() + link.offset(), link.length()));
        } catch (final BadLocationException e) {
            // The Console has dropped the line already, because there are too many.
            ILog.of(RunLineTracker.class).info("A line is gone from the Console", e);
        }
    }

    @Override
    public void dispose() {
        console = null;
    }
}
