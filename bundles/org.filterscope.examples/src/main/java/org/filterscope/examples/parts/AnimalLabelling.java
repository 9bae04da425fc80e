package org.filterscope.examples.parts;

import java.util.List;

import org.filterscope.examples.render.Concepts;

/** What the classes of PartWorld are, and which animals its pictures show. */
public enum AnimalLabelling {
    /** The six animals, by turns. */
    ANIMAL {
        @Override
        List<String> classes() {
            return Concepts.words(Category.values());
        }

        @Override
        String label(final Animal animal) {
            return Concepts.word(animal.category());
        }
    },
    /** Cats and cows, by turns; there are no other animals. Both wear all coats, because the three of each would tell them apart. */
    CAT_OR_COW {
        @Override
        List<String> classes() {
            return ANIMAL.classes().subList(0, 2);
        }

        @Override
        String label(final Animal animal) {
            return ANIMAL.label(animal);
        }

        @Override
        Category category(final int index) {
            return Category.values()[index % 2];
        }

        @Override
        int coat(final int natural, final int any) {
            return any;
        }
    },
    /** Whether an animal, whichever it is, wears a collar: half of them do, by lot. */
    COLLAR {
        @Override
        List<String> classes() {
            return List.of("collar", "none");
        }

        @Override
        String label(final Animal animal) {
            return classes().get(animal.collar() ? 0 : 1);
        }
    };

    /** In the order of a network's outputs. */
    abstract List<String> classes();

    /** The true class. */
    abstract String label(Animal animal);

    /** The animal of a picture. */
    Category category(final int index) {
        return Category.values()[index % Category.values().length];
    }

    /**
     * The coat where no flaw decides it.
     *
     * @param natural one of the animal's own
     * @param any     one of all
     */
    int coat(final int natural, final int any) {
        return natural;
    }
}
