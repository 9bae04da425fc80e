package org.filterscope.benchmark.parts;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.filterscope.analysis.localisation.LabelMean;
import org.filterscope.analysis.localisation.LocalisationError;
import org.filterscope.analysis.localisation.PartLabel;
import org.filterscope.analysis.localisation.PartLocations;
import org.filterscope.analysis.localisation.PartLocator;
import org.filterscope.analysis.localisation.PictureFrame;
import org.filterscope.analysis.localisation.Voters;
import org.filterscope.core.progress.Progress;

/** Errors of locating a part from a few labels, averaged over draws of the labelled pictures; the same draws for everybody. */
public final class FewShot {
    private static final int FIRST_SEED = 1000;

    private final Species species;
    private final MinedAnimals mined;
    private final int draws;
    private final PartLocator graph;
    private final PartLocator turned;
    private final PlainVote plain;

    /** Who answers. */
    public enum Way {
        MEAN("mean"), TURNED_MEAN("mean, oriented"), PLAIN("plain raw vote"), TURNED_RAW("raw, oriented"), GRAPH("graph");

        final String text;

        Way(final String text) {
            this.text = text;
        }
    }

    /** The plain vote is of the top layer's filters, the others are of all layers. */
    public FewShot(final Species species, final MinedAnimals mined, final int draws) {
        this.species = species;
        this.mined = mined;
        this.draws = draws;
        graph = locator(mined.patterns(), mined.oriented());
        turned = locator(mined.turned(), mined.oriented());
        plain = new PlainVote(mined.peaks().getFirst(), mined.plain());
    }

    private PartLocator locator(final List<Voters> layers, final PictureFrame frame) {
        return new PartLocator(Voters.together(layers), frame, species.diagonal(), Progress.NONE);
    }

    /** @param part 0 for the head, 1 for the leg; @return mean normalised distance */
    public double error(final Way way, final int part, final int labels) {
        final Function<List<PartLabel>, PartLocations> answer = switch (way) {
            case MEAN -> drawn -> LabelMean.of(mined.plain(), drawn);
            case TURNED_MEAN -> drawn -> LabelMean.of(mined.oriented(), drawn);
            case PLAIN -> plain::locate;
            case TURNED_RAW -> drawn -> turned.locate(drawn).locations();
            case GRAPH -> drawn -> graph.locate(drawn).locations();
        };
        double sum = 0;
        for (int draw = 0; draw < draws; draw++) {
            final List<PartLabel> drawn = draw(part, labels, draw);
            sum += LocalisationError.of(answer.apply(drawn), species.rows()[part], species.cols()[part], drawn, species.diagonal());
        }
        return sum / draws;
    }

    private List<PartLabel> draw(final int part, final int labels, final int draw) {
        return new Random(FIRST_SEED + draw).ints(0, species.pictures()).distinct()
                .filter(picture -> !Double.isNaN(species.rows()[part][picture])).limit(labels)
                .mapToObj(picture -> new PartLabel(picture, species.rows()[part][picture], species.cols()[part][picture])).toList();
    }
}
