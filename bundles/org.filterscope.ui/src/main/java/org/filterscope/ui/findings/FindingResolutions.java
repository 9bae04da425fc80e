package org.filterscope.ui.findings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Fix;
import org.filterscope.ide.FindingMarker;

/** What can be done about a finding, as quick fixes: what the finding suggests, then what is possible besides. */
public final class FindingResolutions implements IMarkerResolutionGenerator2 {
    private static final List<Fix.Kind> BY_WEIGHTS = List.of(Fix.Kind.REPAIR, Fix.Kind.MEAN, Fix.Kind.MUTE);

    @Override
    public boolean hasResolutions(final IMarker marker) {
        return FindingMarker.of(marker).isPresent();
    }

    @Override
    public IMarkerResolution[] getResolutions(final IMarker marker) {
        return FindingMarker.of(marker).map(FindingResolutions::of).orElseGet(Stream::empty).toArray(IMarkerResolution[]::new);
    }

    private static Stream<IMarkerResolution> of(final FindingMarker finding) {
        final Set<Fix.Kind> kinds = new LinkedHashSet<>();
        finding.fixes().forEach(key -> BY_WEIGHTS.stream().filter(kind -> kind.key().equals(key)).forEach(kinds::add));
        if (finding.filters() > 0) {
            kinds.addAll(List.of(Fix.Kind.MEAN, Fix.Kind.MUTE));
        }
        final boolean confusion = FindingKind.CLASS_CONFUSION.key().equals(finding.kind());
        return Stream.of(Stream.of(new ShowEvidence()), kinds.stream().map(kind -> new MendCopy(finding, kind)),
                confusion ? Stream.of(new ExportPictures(finding)) : Stream.<IMarkerResolution>empty(), Stream.of(new Suppress(finding)))
                .flatMap(resolutions -> resolutions);
    }
}
