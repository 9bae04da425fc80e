package org.filterscope.ide;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.finding.SuspectFilter;

/**
 * A finding of a diagnosis as a problem marker. It is never an error: a network that can be built and run is no reason to ask a person
 * whether programs with errors should be launched.
 *
 * @param report        directory of the report that has the finding
 * @param configuration absolute path of the configuration that was run
 * @param finding       its {@link Finding#id()}
 * @param kind          see {@link org.filterscope.core.finding.FindingKind#key()}
 * @param fixes         what can be done about it, see {@link Fix.Kind#key()}
 * @param filters       how many filters carry it
 */
public record FindingMarker(Path report, Path configuration, String finding, String kind, List<String> fixes, int filters) {
    /** Of the markers. */
    public static final String TYPE = "org.filterscope.ide.finding";
    /** Of a model file that has markers: how many, as text. Not there without any. */
    public static final QualifiedName COUNT = new QualifiedName("org.filterscope.ide", "findings");
    /** The editor that opens on a double click; the IDE part of the platform reads this attribute. */
    private static final String EDITOR_ATTRIBUTE = "org.eclipse.ui.editorID";
    private static final String EDITOR = "org.filterscope.ui.findings";
    private static final String REPORT = "report";
    private static final String CONFIGURATION = "configuration";
    private static final String FINDING = "finding";
    private static final String KIND = "kind";
    private static final String FIXES = "fixes";
    private static final String FILTERS = "filters";

    public FindingMarker {
        fixes = List.copyOf(fixes);
    }

    /** @return empty when the marker is not one of ours, or does not tell what it should */
    public static Optional<FindingMarker> of(final IMarker marker) {
        try {
            if (!marker.exists() || !TYPE.equals(marker.getType())) {
                return Optional.empty();
            }
            final String report = marker.getAttribute(REPORT, "");
            final String configuration = marker.getAttribute(CONFIGURATION, "");
            final String finding = marker.getAttribute(FINDING, "");
            return report.isEmpty() || configuration.isEmpty() || finding.isEmpty() ? Optional.empty()
                    : Optional.of(new FindingMarker(Path.of(report), Path.of(configuration), finding, marker.getAttribute(KIND, ""),
                            List.of(marker.getAttribute(FIXES, "").split(" ")), marker.getAttribute(FILTERS, 0)));
        } catch (final CoreException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** @param line 1-based, where the resource has lines; 0 otherwise */
    static void put(final IResource resource, final int line, final Path report, final Path configuration, final Finding finding)
            throws CoreException {
        final Map<String, Object> attributes = new HashMap<>();
        attributes.put(IMarker.MESSAGE, finding.text());
        attributes.put(IMarker.SEVERITY, finding.severity() == Severity.LOW ? IMarker.SEVERITY_INFO : IMarker.SEVERITY_WARNING);
        attributes.put(IMarker.PRIORITY, switch (finding.severity()) {
            case HIGH -> IMarker.PRIORITY_HIGH;
            case MEDIUM -> IMarker.PRIORITY_NORMAL;
            case LOW -> IMarker.PRIORITY_LOW;
        });
        if (line > 0) {
            attributes.put(IMarker.LINE_NUMBER, line);
        }
        if (!finding.filters().isEmpty()) {
            final SuspectFilter first = finding.filters().getFirst();
            attributes.put(IMarker.LOCATION, NLS.bind(Messages.FindingMarker_filters, first.layer(), first.channel()));
        }
        attributes.put(REPORT, report.toString());
        attributes.put(CONFIGURATION, configuration.toString());
        attributes.put(FINDING, finding.id());
        attributes.put(KIND, finding.kind().key());
        attributes.put(FIXES, String.join(" ", finding.fixes().stream().map(fix -> fix.kind().key()).toList()));
        attributes.put(FILTERS, finding.filters().size());
        attributes.put(EDITOR_ATTRIBUTE, EDITOR);
        resource.createMarker(TYPE, attributes);
    }

    /** Whether a marker was made for this configuration. */
    static boolean isOf(final IMarker marker, final Path configuration) {
        return configuration.toString().equals(marker.getAttribute(CONFIGURATION, ""));
    }
}
