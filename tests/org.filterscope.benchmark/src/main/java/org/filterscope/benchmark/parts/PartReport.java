package org.filterscope.benchmark.parts;

import java.io.IOException;

import org.filterscope.analysis.localisation.Voters;

/** The numbers of one species, as lines of text. */
public final class PartReport {
    /** What the columns are. */
    public static final String HEADER = """
            D: location instability; const: of the best constant point; own: of the voters' own mean places; shuffled: D / D with shuffled parts;
            R2: vector R2 of the head, 90th percentile; ten: out-of-sample R2 of the head from the ten best. Errors are shares of the diagonal.""";
    private static final int[] LABELS = { 1, 3, 10 };

    private final Species species;
    private final MinedAnimals mined;
    private final int draws;

    /** @param draws of labels */
    public PartReport(final Species species, final int threads, final int draws) throws IOException {
        this.species = species;
        this.draws = draws;
        mined = MinedAnimals.of(species, threads);
    }

    public String text() {
        final StringBuilder text = new StringBuilder();
        final double[][] turned = mined.turned(species.cols());
        for (int layer = 0; layer < species.maps().size(); layer++) {
            final Voters filters = mined.peaks().get(layer);
            final Voters patterns = mined.patterns().get(layer);
            final String name = species.name() + ' ' + species.maps().get(layer).layer();
            line(text, name + " filters", new PartKnowledge(filters, filters.strengths(), species.rows(), species.cols(), species.side()));
            line(text, name + " patterns", new PartKnowledge(patterns, mined.scores().get(layer), species.rows(), turned, species.side()));
        }
        final FewShot errors = new FewShot(species, mined, draws);
        for (int part = 0; part < 2; part++) {
            for (final FewShot.Way way : FewShot.Way.values()) {
                text.append("%-34s".formatted(species.name() + ' ' + Species.PARTS[part] + ", " + way.text));
                for (final int labels : LABELS) {
                    text.append(" %2d labels %.3f".formatted(labels, errors.error(way, part, labels)));
                }
                text.append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    private void line(final StringBuilder text, final String name, final PartKnowledge knowledge) {
        text.append("%-34s D %.3f const %.3f own %.3f shuffled %.2f R2 %.2f ten %.2f%n".formatted(name, knowledge.instability(),
                knowledge.constantInstability(), knowledge.ownMeanInstability(), knowledge.instability() / knowledge.shuffledInstability(),
                knowledge.headVectorR2(), knowledge.tenBestR2(species.cols()[0])));
    }
}
