package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;
import org.eclipse.help.internal.base.BaseHelpSystem;
import org.eclipse.help.internal.search.ISearchHitCollector;
import org.eclipse.help.internal.search.ISearchQuery;
import org.eclipse.help.internal.search.SearchHit;
import org.eclipse.help.internal.search.SearchQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@Timeout(120)
class HelpTest {
    private static final String HELP = "org.filterscope.help";
    private static final List<String> CONTRIBUTORS = List.of("org.filterscope.ui", "org.filterscope.ui.graph");

    @Test
    void theGuideIsInTheHelpContents() {
        assertEquals("Filterscope Guide", guide().getLabel());
        assertEquals(List.of("Getting Started", "Installing", "Find Your First Flaw", "Models", "Configuration", "The Editor of Configurations",
                "Launching", "Settings", "Devices", "Views", "Methods", "Files", "The Example", "For Developers", "Changelog", "Works of Others"),
                Stream.of(guide().getTopics()).map(ITopic::getLabel).toList());
    }

    @Test
    void everyEntryLeadsToAPageAndEveryPageHasAnEntry() {
        final Set<String> entries = new TreeSet<>();
        Stream.of(guide().getTopics()).forEach(topic -> collect(topic, entries));
        entries.forEach(HelpTest::assertThereIs);
        final Set<String> pages = new TreeSet<>();
        Collections.list(Platform.getBundle(HELP).findEntries("html", "*.html", true)).forEach(url -> pages.add("/" + HELP + url.getPath()));
        assertEquals(pages, entries);
    }

    @Test
    void pagesHavePicturesAndAStyle() {
        assertNotNull(Platform.getBundle(HELP).getEntry("html/docs/images/filter-scores.png"));
        assertNotNull(Platform.getBundle(HELP).getEntry("html/book.css"));
    }

    @Test
    void everyContextLeadsIntoTheGuide() throws Exception {
        int contexts = 0;
        for (final String contributor : CONTRIBUTORS) {
            for (final String id : contextIds(Platform.getBundle(contributor))) {
                final IContext context = HelpSystem.getContext(contributor + "." + id);
                assertNotNull(context, id);
                assertFalse(context.getText().isBlank(), id);
                assertTrue(context.getRelatedTopics().length > 0, id + " leads nowhere");
                Stream.of(context.getRelatedTopics()).map(IHelpResource::getHref).forEach(HelpTest::assertThereIs);
                contexts++;
            }
        }
        assertTrue(contexts >= 16, contexts + " contexts");
    }

    /** A part's help has the part's id; those of its pages have theirs. */
    @Test
    void everyViewEditorWizardAndPageOfOursHasAContext() {
        final List<String> parts = new ArrayList<>();
        for (final String[] kind : new String[][] {{"org.eclipse.ui.views", "view"}, {"org.eclipse.ui.newWizards", "wizard"},
                {"org.eclipse.ui.preferencePages", "page"}, {"org.eclipse.ui.propertyPages", "page"}, {"org.eclipse.ui.editors", "editor"}}) {
            Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor(kind[0])).filter(element -> element.getName().equals(kind[1]))
                    .filter(element -> CONTRIBUTORS.contains(element.getContributor().getName()))
                    .filter(element -> String.valueOf(element.getAttribute("class")).startsWith("org.filterscope.")).map(element -> element.getAttribute("id"))
                    .forEach(parts::add);
        }
        assertTrue(parts.size() >= 12, parts.toString());
        for (final String part : parts) {
            assertNotNull(HelpSystem.getContext(part), part);
        }
    }

    @Test
    void theSearchFindsContributionTraces() {
        final List<String> found = search("contribution trace");
        assertTrue(found.stream().anyMatch(href -> href.startsWith("/" + HELP + "/html/docs/contribution-trace.html")), found.toString());
        assertTrue(found.stream().anyMatch(href -> href.startsWith("/" + HELP + "/html/docs/methods/contribution-traces.html")), found.toString());
    }

    @Test
    void theSearchFindsNothingThatIsNotThere() {
        assertEquals(List.of(), search("zweckentfremdung"));
    }

    private static List<String> search(final String words) {
        final List<String> found = new ArrayList<>();
        final ISearchQuery query = new SearchQuery(words, false, List.of(), Platform.getNL());
        BaseHelpSystem.getSearchManager().search(query, new ISearchHitCollector() {
            @Override
            public void addHits(final List<SearchHit> hits, final String wordsSearched) {
                hits.stream().map(SearchHit::getHref).filter(href -> href.startsWith("/" + HELP)).forEach(found::add);
            }

            @Override
            public void addQTCException(final org.eclipse.help.internal.search.QueryTooComplexException e) {
                throw new AssertionError(e);
            }
        }, new NullProgressMonitor());
        return found;
    }

    private static IToc guide() {
        return Stream.of(HelpSystem.getTocs()).filter(toc -> toc.getHref().startsWith("/" + HELP)).findFirst().orElseThrow();
    }

    private static void collect(final ITopic topic, final Set<String> entries) {
        if (topic.getHref() != null) {
            entries.add(topic.getHref());
        }
        Stream.of(topic.getSubtopics()).forEach(inner -> collect(inner, entries));
    }

    private static void assertThereIs(final String href) {
        final String[] parts = href.split("/", 3);
        assertEquals(HELP, parts[1], href);
        assertNotNull(Platform.getBundle(parts[1]).getEntry(parts[2].split("#")[0]), href);
    }

    private static List<String> contextIds(final Bundle bundle) throws Exception {
        final URL file = bundle.getEntry(contextsFile(bundle.getSymbolicName()));
        try (InputStream in = file.openStream()) {
            final NodeList contexts = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getElementsByTagName("context");
            return Stream.iterate(0, index -> index + 1).limit(contexts.getLength()).map(index -> ((Element) contexts.item(index)).getAttribute("id"))
                    .collect(Collectors.toList());
        }
    }

    private static String contextsFile(final String bundle) {
        return Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.help.contexts"))
                .filter(element -> element.getContributor().getName().equals(bundle))
                .map((IConfigurationElement element) -> element.getAttribute("file"))
                .findFirst().orElseThrow();
    }
}
