package org.filterscope.analysis.localisation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.filterscope.core.progress.Progress;

/**
 * Locates a part on all pictures from labels on a few. Voters are chosen that tell the labels better than their mean does, are near the part and
 * move with other voters on the unlabelled pictures, too; on each picture those that fire vote for where the part would be. The result does not
 * depend on the order of labels or the number of threads. Method: docs/methods/part-localisation.md.
 */
public final class PartLocator {
    /** How exactly a voter tells a part, a standard deviation along one axis as a share of the diagonal: 18 pixels of 227 × 227. */
    private static final double REACH = 0.056;
    private static final int MOST_VOTERS = 200;

    private final Voters voters;
    private final PictureFrame frame;
    private final double reach;
    private final TemplateFit fit;

    /** What was found, and by whose votes. */
    public record Located(PartLocations locations, PartTemplate template) {
    }

    /**
     * Looks at how the voters move, which takes longer than locating.
     *
     * @param voters   on all pictures, labelled or not
     * @param frame    how the pictures were taken for the voters
     * @param diagonal of the network's input, in pixels
     * @param progress asked whether to go on
     */
    public PartLocator(final Voters voters, final PictureFrame frame, final double diagonal, final Progress progress) {
        if (voters.pictures() != frame.pictures()) {
            throw new IllegalArgumentException("voters on %d pictures, orientations of %d".formatted(voters.pictures(), frame.pictures()));
        }
        this.voters = voters;
        this.frame = frame;
        reach = REACH * diagonal;
        fit = new TemplateFit(voters, new SharedMotion(voters, reach).ofAll(progress), reach, diagonal, MOST_VOTERS);
    }

    /**
     * @param labels at least one, at most one a picture
     * @return places on all pictures, the labelled ones included: what the votes say there. Without any voter that fires on labelled pictures
     *         and tells them better than their mean, that mean, with confidence 0
     * @throws IllegalArgumentException when a picture has two labels, or there is no such picture
     */
    public Located locate(final List<PartLabel> labels) {
        check(labels);
        final PartTemplate template = fit.of(labels.stream()
                .map(label -> new PartLabel(label.picture(), label.row(), frame.col(label.picture(), label.col()))).toList());
        final int pictures = voters.pictures();
        final PartLocations locations = new PartLocations(new double[pictures], new double[pictures], new double[pictures]);
        for (int picture = 0; picture < pictures; picture++) {
            final VoteCount.Place place = new VoteCount(voters, template, reach, picture).place();
            locations.rows()[picture] = place.row();
            locations.cols()[picture] = frame.col(picture, place.col());
            locations.confidences()[picture] = place.confidence();
        }
        return new Located(locations, template);
    }

    private void check(final List<PartLabel> labels) {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("to locate a part at least one picture must be labelled");
        }
        final Set<Integer> seen = new HashSet<>();
        for (final PartLabel label : labels) {
            if (label.picture() < 0 || label.picture() >= voters.pictures()) {
                throw new IllegalArgumentException("a label on picture %d; there are %d".formatted(label.picture(), voters.pictures()));
            }
            if (!seen.add(label.picture())) {
                throw new IllegalArgumentException("two labels on picture %d; a part has one place".formatted(label.picture()));
            }
        }
    }
}
