package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@ExtendWith(NoHangingDialogs.class)
class CheatSheetTest {
    private static final String VIEW = "org.eclipse.ui.cheatsheets.views.CheatSheetView";

    @Test
    void everyStepButReadingIsPerformedByACommandThatExists() throws Exception {
        final ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        final List<Element> steps = elements(parse("cheatsheets/first-flaw.xml"), "item");
        assertEquals(7, steps.size());
        for (final Element step : steps) {
            final Element command = (Element) step.getElementsByTagName("command").item(0);
            final ParameterizedCommand known = commands.deserialize(command.getAttribute("serialization"));
            assertTrue(known.getCommand().isDefined(), step.getAttribute("title"));
            assertTrue(known.getCommand().isHandled() || known.getId().equals("org.filterscope.ui.runDiagnosis"), known.getId());
        }
    }

    @Test
    void whatItPointsToInTheGuideIsThere() throws Exception {
        final Document sheet = parse("cheatsheets/first-flaw.xml");
        final List<Element> pointing = new ArrayList<>(elements(sheet, "item"));
        pointing.addAll(elements(sheet, "intro"));
        for (final Element element : pointing) {
            final String[] parts = element.getAttribute("href").split("/", 3);
            assertNotNull(Platform.getBundle(parts[1]).getEntry(parts[2]), element.getAttribute("href"));
        }
    }

    @Test
    void theWelcomePageLeadsToThingsThatExist() throws Exception {
        final List<String> urls = elements(parse("intro/welcome.xml"), "link").stream().map(link -> link.getAttribute("url")).toList();
        assertEquals(3, urls.size());
        assertTrue(urls.get(0).endsWith("id=/org.filterscope.help/html/README.html"));
        assertNotNull(Platform.getBundle("org.filterscope.help").getEntry("html/README.html"));
        assertTrue(urls.get(1).endsWith("input=org.filterscope.ui.firstFlaw"));
        assertTrue(urls.get(2).contains("newWizardId%3Dorg.filterscope.ui.newExample"));
    }

    @Test
    void itOpens() {
        new OpenCheatSheetAction("org.filterscope.ui.firstFlaw").run();
        final IViewPart view = ScoresDriver.page().findView(VIEW);
        assertNotNull(view);
        try {
            EventLoop.until("the first step is shown", () -> new Widgets(view).text().contains("flaw"));
        } finally {
            ScoresDriver.page().hideView(view);
        }
    }

    private static Document parse(final String file) throws Exception {
        try (InputStream in = Platform.getBundle("org.filterscope.ui").getEntry(file).openStream()) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private static List<Element> elements(final Document document, final String name) {
        final NodeList nodes = document.getElementsByTagName(name);
        final List<Element> found = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            found.add((Element) nodes.item(index));
        }
        return found;
    }
}
