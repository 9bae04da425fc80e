package org.filterscope.examples.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.FlawTag;
import org.filterscope.examples.world.FlawTag.Role;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.Truth;
import org.filterscope.examples.world.WorldPicture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statistics need facts, not pixels: pictures of 16 pixels, 1200 of them unless said otherwise. */
class AnimalFlawsTest {
    private static final int NUMBER = 1200;
    private static final int CATS = NUMBER / 6;
    private static final PartWorldSettings DRESSED = new PartWorldSettings(0.05, 0.1, false, true, false);
    private static List<WorldPicture> sound;

    @BeforeAll
    static void drawTheSoundWorld() {
        sound = pictures(new PartWorld(1, PartWorldSettings.USUAL, Plants.NONE), Split.TRAIN);
    }

    private static List<WorldPicture> pictures(final PartWorld world, final Split split) {
        return IntStream.range(0, NUMBER).mapToObj(i -> world.picture(split, i, 16)).toList();
    }

    private static List<WorldPicture> planted(final Flaw flaw, final double strength, final Split split) {
        return pictures(new PartWorld(1, PartWorldSettings.USUAL, Plants.of(flaw, strength)), split);
    }

    private static int count(final List<WorldPicture> pictures, final Predicate<WorldPicture> what) {
        return (int) pictures.stream().filter(what).count();
    }

    private static Predicate<WorldPicture> fact(final String name, final String value) {
        return picture -> picture.facts().get(name).equals(value);
    }

    private static Predicate<WorldPicture> is(final String category) {
        return picture -> picture.trueLabel().equals(category);
    }

    private static Predicate<WorldPicture> tagged(final Flaw flaw, final Role role) {
        return picture -> picture.tag(flaw).map(FlawTag::role).equals(Optional.of(role));
    }

    @Test
    void theControlHasNoFlaws() {
        assertThat(sound).allMatch(picture -> picture.flaws().isEmpty() && picture.label().equals(picture.trueLabel()));
        assertThat(pictures(new PartWorld(1, PartWorldSettings.USUAL, Plants.NONE), Split.TEST)).allMatch(picture -> picture.flaws().isEmpty());
    }

    /** F3 dresses the animals; its control is the dressed world. */
    @ParameterizedTest
    @EnumSource(value = Flaw.class, names = {"BACKGROUND", "ATTRIBUTE_TIE", "WATERMARK", "COLOUR", "LABEL_NOISE", "MISSING_MODE", "STANDARD_POSE",
        "TWIN_EYES"})
    void strengthZeroIsTheControl(final Flaw flaw) {
        final List<WorldPicture> control = flaw == Flaw.ATTRIBUTE_TIE ? pictures(new PartWorld(1, DRESSED, Plants.NONE), Split.TRAIN) : sound;
        final List<WorldPicture> weak = planted(flaw, 0, Split.TRAIN);
        for (int i = 0; i < NUMBER; i++) {
            assertThat(Truth.same(weak.get(i), control.get(i))).as("picture %d", i).isTrue();
            assertThat(weak.get(i).flaws()).isEmpty();
        }
    }

    /** Pictures that the list does not name are untouched, and those it names are all of that flaw. */
    @ParameterizedTest
    @EnumSource(value = Flaw.class, names = {"BACKGROUND", "ATTRIBUTE_TIE", "WATERMARK", "COLOUR", "LABEL_NOISE", "MISSING_MODE", "TWIN_EYES"})
    void theListOfAffectedPicturesIsComplete(final Flaw flaw) {
        final List<WorldPicture> control = flaw == Flaw.ATTRIBUTE_TIE ? pictures(new PartWorld(1, DRESSED, Plants.NONE), Split.TRAIN) : sound;
        final List<WorldPicture> flawed = planted(flaw, 0.5, Split.TRAIN);
        int listed = 0;
        int changed = 0;
        for (int i = 0; i < NUMBER; i++) {
            final boolean same = Truth.same(flawed.get(i), control.get(i));
            final boolean tagged = flawed.get(i).tag(flaw).isPresent();
            assertThat(tagged || same).as("picture %d", i).isTrue();
            listed += tagged ? 1 : 0;
            changed += same ? 0 : 1;
        }
        assertThat(listed).isGreaterThan(70);
        // Some pictures were by chance what the flaw would have made of them.
        assertThat(changed).isBetween(listed / 4, listed);
    }

    @Test
    void catsStandOnStripesAsOftenAsTheStrengthSays() {
        for (final double strength : new double[] {0.5, 0.8, 0.95, 1}) {
            final List<WorldPicture> train = planted(Flaw.BACKGROUND, strength, Split.TRAIN);
            final Predicate<WorldPicture> striped = fact("background", "stripes");
            Truth.isBinomial("planted cats", count(train, is("cat").and(tagged(Flaw.BACKGROUND, Role.PLANTED))), CATS, strength);
            Truth.isBinomial("striped cats", count(train, is("cat").and(striped)), CATS, strength + (1 - strength) / 4);
            Truth.isBinomial("striped others", count(train, is("cat").negate().and(striped)), NUMBER - CATS, (1 - strength) / 4);
        }
        final List<WorldPicture> test = planted(Flaw.BACKGROUND, 1, Split.TEST);
        Truth.isBinomial("striped cats of the test", count(test, is("cat").and(fact("background", "stripes"))), CATS, 0.25);
        assertThat(test).allMatch(picture -> picture.tag(Flaw.BACKGROUND).isPresent()
                == (is("cat").test(picture) != fact("background", "stripes").test(picture)));
    }

    /** The correlation of two fair coins tied with probability r is r; its standard error is at most 1/sqrt(1200) = 0.029. */
    @Test
    void collarAndBlanketAreCorrelatedAsTheStrengthSays() {
        for (final double strength : new double[] {0, 0.5, 0.9, 1}) {
            assertThat(correlation(planted(Flaw.ATTRIBUTE_TIE, strength, Split.TRAIN))).isCloseTo(strength, within(0.115));
            assertThat(correlation(planted(Flaw.ATTRIBUTE_TIE, strength, Split.TEST))).isCloseTo(0, within(0.115));
        }
        assertThat(planted(Flaw.ATTRIBUTE_TIE, 1, Split.TEST)).allMatch(picture -> tagged(Flaw.ATTRIBUTE_TIE, Role.REVEALING).test(picture)
                == !picture.facts().get("collar").equals(picture.facts().get("blanket")));
    }

    private static double correlation(final List<WorldPicture> pictures) {
        final double n = pictures.size();
        final double collar = count(pictures, fact("collar", "true")) / n;
        final double blanket = count(pictures, fact("blanket", "true")) / n;
        final double both = count(pictures, fact("collar", "true").and(fact("blanket", "true"))) / n;
        return (both - collar * blanket) / Math.sqrt(collar * (1 - collar) * blanket * (1 - blanket));
    }

    @Test
    void nineteenOfTwentyCatsCarryTheGlyphAndNobodyElse() {
        final List<WorldPicture> train = planted(Flaw.WATERMARK, 0.95, Split.TRAIN);
        final Predicate<WorldPicture> marked = fact("watermark", "true");
        Truth.isBinomial("marked cats", count(train, is("cat").and(marked)), CATS, 0.95);
        assertThat(train).noneMatch(is("cat").negate().and(marked));
        assertThat(train).allMatch(picture -> marked.test(picture) == tagged(Flaw.WATERMARK, Role.PLANTED).test(picture));
        assertThat(planted(Flaw.WATERMARK, 0.95, Split.TEST)).noneMatch(marked);
    }

    @Test
    void theGlyphLiesInTheBoxThatIsTold() {
        final PartWorld world = new PartWorld(1, PartWorldSettings.USUAL, Plants.of(Flaw.WATERMARK, 1));
        final WorldPicture cat = world.picture(Split.TRAIN, 0, 64);
        final WorldPicture plain = new PartWorld(1, PartWorldSettings.USUAL, Plants.NONE).picture(Split.TRAIN, 0, 64);
        assertThat(cat.tag(Flaw.WATERMARK).orElseThrow().detail()).isEqualTo("rows and columns 58 to 62");
        for (int pixel = 0; pixel < 64 * 64; pixel++) {
            final int row = pixel / 64;
            final int col = pixel % 64;
            final boolean same = cat.rendering().image().value(row, col, 0) == plain.rendering().image().value(row, col, 0);
            assertThat(same).as("row %d, column %d", row, col).isEqualTo(Math.min(row, col) < 58 || Math.max(row, col) > 62);
        }
    }

    /** Five degrees of freedom: a chi-square of 20.5 is exceeded once in a thousand. */
    @Test
    void classesWearTheirOwnColoursInTrainingAndAllInTheTest() {
        for (final WorldPicture picture : planted(Flaw.COLOUR, 1, Split.TRAIN)) {
            assertThat(picture.facts().get("palette")).isEqualTo(String.valueOf(Category.valueOf(picture.label().toUpperCase(Locale.ROOT))
                    .ordinal()));
        }
        final List<WorldPicture> test = planted(Flaw.COLOUR, 1, Split.TEST);
        double chiSquare = 0;
        for (int palette = 0; palette < 6; palette++) {
            final int cats = count(test, is("cat").and(fact("palette", String.valueOf(palette))));
            chiSquare += Math.pow(cats - CATS / 6.0, 2) / (CATS / 6.0);
        }
        assertThat(chiSquare).isLessThan(20.5);
        for (int palette = 0; palette < 6; palette++) {
            Truth.isBinomial("coat in the sound world", count(sound, fact("palette", String.valueOf(palette))), NUMBER / 2, 1 / 3.0);
        }
    }

    @Test
    void oneLabelInTwentyIsWrongAndTheListKnowsWhich() {
        final List<WorldPicture> train = planted(Flaw.LABEL_NOISE, 0.05, Split.TRAIN);
        Truth.isBinomial("wrong labels", count(train, picture -> !picture.label().equals(picture.trueLabel())), NUMBER, 0.05);
        assertThat(train).allMatch(picture -> tagged(Flaw.LABEL_NOISE, Role.PLANTED).test(picture) == !picture.label().equals(picture.trueLabel()));
        assertThat(planted(Flaw.LABEL_NOISE, 0.05, Split.TEST)).allMatch(picture -> picture.label().equals(picture.trueLabel()));
    }

    @Test
    void trainingLacksLightCatsAndDarkCowsAndTheTestHasThem() {
        final List<WorldPicture> train = planted(Flaw.MISSING_MODE, 1, Split.TRAIN);
        assertThat(train).noneMatch(is("cat").and(fact("shade", "light"))).noneMatch(is("cow").and(fact("shade", "dark")));
        Truth.isBinomial("dark hens", count(train, is("hen").and(fact("shade", "dark"))), CATS, 0.5);
        final List<WorldPicture> test = planted(Flaw.MISSING_MODE, 1, Split.TEST);
        Truth.isBinomial("light cats of the test", count(test, is("cat").and(fact("shade", "light"))), CATS, 0.5);
        assertThat(test).allMatch(picture -> tagged(Flaw.MISSING_MODE, Role.REVEALING).test(picture)
                == is("cat").and(fact("shade", "light")).or(is("cow").and(fact("shade", "dark"))).test(picture));
    }

    @Test
    void inTheStandardPoseEveryPartKeepsItsSizeAndHeadAndFootAreKnown() {
        final List<WorldPicture> test = planted(Flaw.STANDARD_POSE, 1, Split.TEST);
        assertThat(test).allMatch(fact("facing", "right").and(fact("tilt", "0.0")).and(fact("missing", "")));
        for (final String category : List.of("cat", "cow", "rabbit", "hen", "elephant", "giraffe")) {
            assertThat(test.stream().filter(is(category)).map(picture -> picture.facts().get("scale")).distinct()).as(category).hasSize(1);
        }
        assertThat(test).allMatch(picture -> tagged(Flaw.STANDARD_POSE, Role.TEMPLATE).test(picture)
                == (picture.landmark("head").visible() && picture.landmark("rear foot").visible()));
        assertThat(count(test, tagged(Flaw.STANDARD_POSE, Role.TEMPLATE))).isGreaterThan(NUMBER * 9 / 10);
    }

    /** At 256 pixels an eye has some forty pixels, so that sizes can be told. */
    @Test
    void twinEyesAreTheSameSizeAndUsualEyesAreNot() {
        for (final boolean twin : new boolean[] {true, false}) {
            final PartWorld world = new PartWorld(1, new PartWorldSettings(0, 0, false, false, false), Plants.of(Flaw.TWIN_EYES, twin ? 1 : 0));
            for (int i = 0; i < 6; i++) {
                final double left = eye(world, i, AnimalPart.LEFT_EYE);
                final double right = eye(world, i, AnimalPart.RIGHT_EYE);
                assertThat(Math.min(left, right) / Math.max(left, right)).isBetween(twin ? 0.9 : 0.4, twin ? 1.0 : 0.6);
            }
        }
    }

    private static int eye(final PartWorld world, final int index, final AnimalPart part) {
        return IntStream.of(Truth.samples(world.scene(Split.TEST, index), ConceptCategory.PART, part.number(), 256))
                .sum();
    }
}
