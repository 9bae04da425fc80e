package org.filterscope.tour;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;

/** The diagnosis has found flaws: they are problems, with evidence behind a double click and quick fixes. */
record FindingScene(Ide ide, IProject project) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern COPY = Pattern.compile("The mended copy is (.*?)\\. The original");

    void play() throws Exception {
        ide.until("findings are marked", PATIENCE, () -> !markers().isEmpty());
        markers().forEach(marker -> ide.statements().detail(marker.getAttribute(IMarker.MESSAGE, "")));
        final IMarker marker = markers().stream().filter(finding -> resolution(finding).isPresent()).findFirst()
                .orElseThrow(() -> new AssertionError("no finding offers to fit the last layer anew"));
        final String words = marker.getAttribute(IMarker.MESSAGE, "");
        final Part problems = ide.view("org.eclipse.ui.views.ProblemView");
        ide.until("the Problems view lists them", PATIENCE, () -> item(problems, words).isPresent());
        ide.screenshot("problems");
        ide.act(() -> {
            final TreeItem item = item(problems, words).orElseThrow();
            item.getParent().setSelection(item);
            final Event event = new Event();
            event.item = item;
            item.getParent().notifyListeners(SWT.Selection, event);
            item.getParent().notifyListeners(SWT.DefaultSelection, event);
        });
        final Part evidence = new Part(ide, () -> ide.page().getActiveEditor());
        ide.until("a double click opens its evidence", PATIENCE, () -> evidence.found().get() != null
                && evidence.found().get().getTitle().startsWith("Findings in") && evidence.widgets().text().contains(words));
        evidence.maximize(true);
        ide.screenshot("evidence");
        evidence.maximize(false);
        ide.screenshot("evidence-restored");
        ide.later(() -> resolution(marker).orElseThrow().run(marker));
        ide.until("the quick fix asks for the copy's name", PATIENCE, () -> ide.dialog("Mend a Copy").isPresent());
        ide.screenshot("mend");
        ide.later(() -> ide.dialog("Mend a Copy").orElseThrow().press("OK"));
        ide.until("the quick fix writes a copy and says what became of it", Duration.ofSeconds(180), () -> ide.dialog("Mended Copy").isPresent());
        final String told = ide.ask(() -> ide.dialog("Mended Copy").orElseThrow().text());
        ide.statements().detail(told);
        final Matcher copy = COPY.matcher(told);
        ide.statements().check("the copy is where the message says", copy.find()
                && project.getWorkspace().getRoot().getFile(IPath.fromPortableString(copy.group(1))).getLocation().toFile().isFile());
        ide.screenshot("mended");
        ide.act(() -> ide.dialog("Mended Copy").orElseThrow().press("OK"));
    }

    private List<IMarker> markers() {
        try {
            return List.of(project.findMarkers("org.filterscope.ide.finding", true, IResource.DEPTH_INFINITE));
        } catch (final CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<IMarkerResolution> resolution(final IMarker marker) {
        return Stream.of(IDE.getMarkerHelpRegistry().getResolutions(marker)).filter(fix -> fix.getLabel().contains("last layer anew")).findFirst();
    }

    /** Opens the groups on the way. */
    private static Optional<TreeItem> item(final Part problems, final String words) {
        for (final Tree tree : problems.widgets().all(Tree.class)) {
            for (final TreeItem group : tree.getItems()) {
                if (!group.getExpanded()) {
                    group.setExpanded(true);
                    final Event event = new Event();
                    event.item = group;
                    tree.notifyListeners(SWT.Expand, event);
                }
                final Optional<TreeItem> found = Stream.of(group.getItems()).filter(item -> item.getText().contains(words)).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
