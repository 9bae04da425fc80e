package org.filterscope.analysis.flaws;

import java.io.IOException;

import org.filterscope.core.progress.Progress;

/** What the pictures of a run show, for all searches that ask: the masks are read for the first one, and again only when there is other evidence. */
final class RunConcepts {
    private FlawEvidence evidence;
    private PictureConcepts concepts;

    /**
     * @param progress advances by {@link PictureConcepts#steps} also when nothing has to be read
     * @throws IOException when a mask cannot be read any more
     */
    PictureConcepts of(final FlawEvidence wanted, final Progress progress) throws IOException {
        if (wanted == evidence) {
            progress.checkCancelled();
            progress.advance(PictureConcepts.steps(wanted));
        } else {
            concepts = PictureConcepts.read(wanted, progress);
            evidence = wanted;
        }
        return concepts;
    }
}
