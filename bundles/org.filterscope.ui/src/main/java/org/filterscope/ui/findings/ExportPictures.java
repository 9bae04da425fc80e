package org.filterscope.ui.findings;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.IMarker;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.FindingMarker;

/** Copies the pictures that go wrong into a folder beside the configuration. */
final class ExportPictures extends FindingResolution {
    private final FindingMarker finding;

    ExportPictures(final FindingMarker finding) {
        super(Messages.ExportPictures_label, Messages.ExportPictures_description, 1);
        this.finding = finding;
    }

    @Override
    public void run(final IMarker marker) {
        workbench().getService(Diagnoses.class).prepareExport(finding, folder()).schedule();
    }

    private Path folder() {
        Path folder = finding.configuration().resolveSibling("pictures-" + finding.finding());
        for (int number = 2; Files.exists(folder); number++) {
            folder = finding.configuration().resolveSibling("pictures-%s-%d".formatted(finding.finding(), number));
        }
        return folder;
    }
}
