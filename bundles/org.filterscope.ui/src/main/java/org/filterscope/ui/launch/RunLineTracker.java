package org.filterscope.ui.launch;

import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.console.IConsole;
import org.eclipse.debug.ui.console.IConsoleLineTracker;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.console.IOConsoleOutputStream;
import org.filterscope.ide.launch.DiagnosisProcess;

/**
 * Makes links of what a run's lines are about, and leaves the Console where it is once a run has begun to speak: a run says many lines, and with
 * each of them the Console would come up over the view that the person has turned to. Errors bring it up at any time.
 */
public final class RunLineTracker implements IConsoleLineTracker {
    private IConsole console;
    private boolean spoken;

    @Override
    public void init(final IConsole shown) {
        console = shown;
    }

    @Override
    public void lineAppended(final IRegion line) {
        if (!(console.getProcess() instanceof final DiagnosisProcess process)) {
            return;
        }
        if (!spoken) {
            spoken = true;
            output().ifPresent(stream -> stream.setActivateOnWrite(false));
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

    @SuppressWarnings("resource") // The Console closes its stream.
    private Optional<IOConsoleOutputStream> output() {
        return Optional.ofNullable(console.getStream(IDebugUIConstants.ID_STANDARD_OUTPUT_STREAM));
    }

    @Override
    public void dispose() {
        console = null;
    }
}
