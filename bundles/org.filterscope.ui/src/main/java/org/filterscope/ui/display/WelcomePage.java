package org.filterscope.ui.display;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.intro.IIntroManager;
import org.eclipse.ui.intro.IIntroPart;

/** The page that a fresh workspace opens with. It covers the whole window until somebody puts it aside. */
public final class WelcomePage {

    private WelcomePage() {
    }

    /** Lets what is opened next be seen: the page goes on beside it. Does nothing where there is none. Belongs to the UI thread. */
    public static void putAside(final IWorkbenchWindow window) {
        final IIntroManager manager = window.getWorkbench().getIntroManager();
        final IIntroPart page = manager.getIntro();
        if (page != null && window.equals(page.getIntroSite().getWorkbenchWindow()) && !manager.isIntroStandby(page)) {
            manager.setIntroStandby(page, true);
        }
    }
}
