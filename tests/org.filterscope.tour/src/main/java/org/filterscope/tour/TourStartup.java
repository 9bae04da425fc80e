package org.filterscope.tour;

import java.nio.file.Path;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Starts the guide when the system property {@code filterscope.tour} names a chapter; {@code filterscope.tour.folder} is where the results go. */
public final class TourStartup implements IStartup {

    @Override
    public void earlyStartup() {
        final String chapter = System.getProperty("filterscope.tour");
        if (chapter != null) {
            final long open = System.currentTimeMillis();
            final Display display = PlatformUI.getWorkbench().getDisplay();
            new Thread(new Guide(Chapters.of(chapter, open), chapter, display, Path.of(System.getProperty("filterscope.tour.folder"))), "Tour").start();
        }
    }
}
