package org.filterscope.examples.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.filterscope.examples.networks.Subject;
import org.filterscope.examples.render.RgbImage;
import org.filterscope.examples.world.CounterfactualPair;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.filterscope.examples.world.WorldPicture;

/** What a network does on fresh pictures. Everything is counted on pictures of 64 × 64, so that numbers of training, tests and users agree. */
public final class Behaviour {
    static final int SIZE = 64;
    private final Classifier classifier;
    private final Subject subject;
    private final long seed;
    private final int pictures;

    /**
     * @param seed     of the fresh pictures
     * @param pictures how many are drawn for each question; not all of them can answer every one
     */
    public Behaviour(final Classifier classifier, final Subject subject, final long seed, final int pictures) {
        this.classifier = classifier;
        this.subject = subject;
        this.seed = seed;
        this.pictures = pictures;
    }

    /** How often the network is right where nothing is planted. */
    public Share accuracy() {
        return right(drawn(Split.TEST, Plants.NONE, picture -> true));
    }

    /** How often the network is right on pictures like those it was trained on: what a developer sees who tests on data of the same kind. */
    public Share accuracyWith(final Plants plants) {
        return right(drawn(Split.TRAIN, plants, picture -> true));
    }

    /**
     * How often the network shows the flaw. Whether it learnt wrong labels (F6) fresh pictures cannot tell: {@link WrongLabels}.
     *
     * @return empty where there is no way to ask in this subject
     */
    public Optional<Share> shows(final Flaw flaw) {
        return Optional.ofNullable(switch (flaw) {
            case RIVER_AS_ROAD -> subject == Subject.RIBBONS ? riversCalledRoad() : null;
            case BACKGROUND -> subject == Subject.CATS ? calledFirstOnStripes() : null;
            case ATTRIBUTE_TIE -> subject == Subject.COLLARS ? wrongWhereRevealed(flaw, picture -> true) : null;
            case WATERMARK -> subject == Subject.ANIMALS ? calledFirstWithGlyph() : null;
            case COLOUR -> subject == Subject.CATS ? wrongWhereRevealed(flaw, this::wearsTheCoatOfAnotherClass) : null;
            case MISSING_MODE -> subject == Subject.CATS ? wrongWhereRevealed(flaw, picture -> true) : null;
            default -> null;
        });
    }

    private Share riversCalledRoad() {
        final List<WorldPicture> rivers = drawn(Split.TEST, Plants.NONE, picture -> picture.label().equals("river"));
        return called("road", images(rivers));
    }

    /** Of all animals but the first that are not taken for the first as they are: those that stripes behind them turn into it. */
    private Share calledFirstOnStripes() {
        final World world = subject.world(seed, Plants.NONE);
        final List<CounterfactualPair> pairs = IntStream.range(0, pictures).mapToObj(i -> world.pair(Flaw.BACKGROUND, i, SIZE))
                .filter(pair -> !pair.first().label().equals(first())).toList();
        return turned(pairs.stream().map(pair -> image(pair.first())).toList(), pairs.stream().map(pair -> image(pair.second())).toList());
    }

    private Share calledFirstWithGlyph() {
        final World marked = subject.world(seed, Plants.of(Flaw.WATERMARK, 1));
        final Glyph glyph = new Glyph(image(marked.picture(Split.TRAIN, 0, SIZE)));
        final List<RgbImage> others = images(drawn(Split.TEST, Plants.NONE, picture -> !picture.label().equals(first())));
        return turned(others, others.stream().map(glyph::on).toList());
    }

    /** Of the pictures on which the flaw should show, those called wrong. */
    private Share wrongWhereRevealed(final Flaw flaw, final Predicate<WorldPicture> wanted) {
        return wrong(drawn(Split.TEST, Plants.of(flaw, 1), picture -> picture.tag(flaw).isPresent() && wanted.test(picture)));
    }

    /** Coats beyond the classes are no class's own. */
    private boolean wearsTheCoatOfAnotherClass(final WorldPicture picture) {
        return Integer.parseInt(picture.facts().get("palette")) < classes().size();
    }

    private String first() {
        return classes().getFirst();
    }

    private List<String> classes() {
        return subject.world(seed, Plants.NONE).classes();
    }

    private List<WorldPicture> drawn(final Split split, final Plants plants, final Predicate<WorldPicture> wanted) {
        final World world = subject.world(seed, plants);
        return IntStream.range(0, pictures).mapToObj(i -> world.picture(split, i, SIZE)).filter(wanted).toList();
    }

    private static RgbImage image(final WorldPicture picture) {
        return picture.rendering().image();
    }

    private static List<RgbImage> images(final List<WorldPicture> pictures) {
        return pictures.stream().map(Behaviour::image).toList();
    }

    private Share called(final String name, final List<RgbImage> images) {
        final int wanted = classes().indexOf(name);
        return new Share((int) classifier.classify(images).stream().filter(label -> label == wanted).count(), images.size());
    }

    private Share turned(final List<RgbImage> before, final List<RgbImage> after) {
        final List<Integer> labels = classifier.classify(before);
        final List<RgbImage> open = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (labels.get(i) != 0) {
                open.add(after.get(i));
            }
        }
        return called(first(), open);
    }

    private Share right(final List<WorldPicture> shown) {
        final List<String> classes = classes();
        final List<Integer> labels = classifier.classify(images(shown));
        return new Share((int) IntStream.range(0, shown.size())
                .filter(i -> Objects.equals(classes.get(labels.get(i)), shown.get(i).label())).count(), shown.size());
    }

    private Share wrong(final List<WorldPicture> shown) {
        final Share right = right(shown);
        return new Share(right.trials() - right.hits(), right.trials());
    }
}
