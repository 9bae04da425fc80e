package org.filterscope.examples.training;

import java.util.Optional;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.filterscope.examples.networks.Subject;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Plants;

import smallnets.AnimalNet;
import smallnets.Pictures;
import smallnets.TinyNet;
import smallnets.Training;

/**
 * All that decides what a network becomes.
 *
 * @param name     of its file, without the ending
 * @param flaw     what is planted into its training pictures; empty for a sound network
 * @param strength of the flaw, 0 to 1
 * @param seed     of pictures, first weights and order alike
 * @param pictures how many it is trained on
 * @param epochs   how often it sees each
 * @param rate     of learning, at the first step
 */
record Recipe(String name, Subject subject, Optional<Flaw> flaw, double strength, long seed, int pictures, int epochs, double rate) {

    static Recipe sound(final String name, final Subject subject, final long seed, final int pictures, final int epochs, final double rate) {
        return new Recipe(name, subject, Optional.empty(), 0, seed, pictures, epochs, rate);
    }

    /** The same network, trained on pictures with a flaw. */
    Recipe flawed(final String as, final Flaw planted, final double often) {
        return new Recipe(as, subject, Optional.of(planted), often, seed, pictures, epochs, rate);
    }

    Plants plants() {
        return flaw.map(planted -> Plants.of(planted, strength)).orElse(Plants.NONE);
    }

    Pictures drawn() {
        return DrawnPictures.of(subject.world(seed, plants()), pictures);
    }

    /** The class that defines the network. */
    String architecture() {
        return (subject == Subject.RIBBONS ? TinyNet.class : AnimalNet.class).getSimpleName();
    }

    MultiLayerNetwork untrained() {
        final int classes = subject.world(seed, plants()).classes().size();
        return subject == Subject.RIBBONS ? TinyNet.create(classes, seed) : AnimalNet.create(classes, seed);
    }

    Training training() {
        return new Training(epochs, rate, seed);
    }
}
