package org.filterscope.examples.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.filterscope.examples.world.Flaw;

import smallnets.Train;

/** Trains example networks and stores them with their numbers: {@code TrainExamples FOLDER [NAME…]}, without names all of them. */
public final class TrainExamples {
    /** Of the pictures that the stored numbers are measured on. */
    private static final long FRESH = 20_260_101;
    private static final int MEASURED = 1200;
    private final Path folder;
    private final PrintStream out;

    private TrainExamples(final Path folder, final PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    public static void main(final String[] arguments) throws IOException {
        final List<String> names = Stream.of(arguments).skip(1).toList();
        final Optional<String> unknown = names.stream().filter(name -> Recipes.named(name).isEmpty()).findFirst();
        if (arguments.length == 0 || unknown.isPresent()) {
            System.err.println(unknown.map(name -> "no example network is called '" + name + "'").orElse("usage: TrainExamples FOLDER [NAME…]"));
            System.err.println("there are: " + String.join(" ", Recipes.ALL.stream().map(Recipe::name).toList()));
            System.exit(2);
        }
        Train.useFastConvolutions();
        final TrainExamples training = new TrainExamples(Path.of(arguments[0]), System.out);
        for (final Recipe recipe : Recipes.ALL) {
            if (names.isEmpty() || names.contains(recipe.name())) {
                training.train(recipe);
            }
        }
    }

    private void train(final Recipe recipe) throws IOException {
        final long start = System.nanoTime();
        out.printf("%s: %d pictures%n", recipe.name(), recipe.pictures());
        final MultiLayerNetwork network = recipe.untrained();
        recipe.training().run(network, recipe.drawn(), line -> out.println("  " + line));
        out.printf("  trained in %.0f s%n", (System.nanoTime() - start) / 1e9);
        final Classifier classifier = new TrainedClassifier(network);
        final Behaviour behaviour = new Behaviour(classifier, recipe.subject(), FRESH, MEASURED);
        final WrongLabels wrongLabels = new WrongLabels(recipe.subject(), recipe.seed(), recipe.pictures());
        final Share accuracy = behaviour.accuracy();
        final Share asTrained = behaviour.accuracyWith(recipe.plants());
        out.printf("  right on %s fresh pictures like those it was trained on, on %s without a flaw%n", asTrained, accuracy);
        final Map<Flaw, Share> shows = new EnumMap<>(Flaw.class);
        for (final Flaw flaw : recipe.flaw().map(List::of).orElse(List.of(Flaw.values()))) {
            (flaw == Flaw.LABEL_NOISE ? wrongLabels.repeatedBy(classifier) : behaviour.shows(flaw)).ifPresent(share -> shows.put(flaw, share));
        }
        shows.forEach((flaw, share) -> out.printf("  shows %s on %s%n", flaw.id(), share));
        NetworkFile.write(network, folder.resolve(recipe.name() + ".zip"));
        final NetworkTable table = new NetworkTable(folder);
        table.put(recipe, asTrained, accuracy, shows);
        table.write();
    }
}
