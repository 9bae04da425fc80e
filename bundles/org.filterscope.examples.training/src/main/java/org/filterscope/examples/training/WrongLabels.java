package org.filterscope.examples.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.examples.networks.Subject;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.filterscope.examples.world.WorldPicture;

/**
 * Training pictures whose label is wrong where F6 is planted. A network that learnt them by heart repeats the wrong label; one that was trained on
 * the same pictures with their true labels has no reason to.
 *
 * @param seed     of the training pictures
 * @param pictures how many there were, right and wrong ones
 */
record WrongLabels(Subject subject, long seed, int pictures) {
    /** One label in twenty. */
    static final double STRENGTH = 0.05;

    /** @return empty where no network of the subject was trained on wrong labels */
    Optional<Share> repeatedBy(final Classifier classifier) {
        if (subject != Subject.ANIMALS) {
            return Optional.empty();
        }
        final World world = subject.world(seed, Plants.of(Flaw.LABEL_NOISE, STRENGTH));
        final List<WorldPicture> wrong = IntStream.range(0, pictures).mapToObj(i -> world.picture(Split.TRAIN, i, Behaviour.SIZE))
                .filter(picture -> !picture.label().equals(picture.trueLabel())).toList();
        final List<Integer> labels = classifier.classify(wrong.stream().map(picture -> picture.rendering().image()).toList());
        return Optional.of(new Share((int) IntStream.range(0, wrong.size())
                .filter(i -> world.classes().get(labels.get(i)).equals(wrong.get(i).label())).count(), wrong.size()));
    }
}
