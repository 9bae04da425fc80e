package org.filterscope.examples.render;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.filterscope.examples.paint.ColourName;
import org.filterscope.examples.paint.Texture;

/** The concepts of a world by category. The number of a concept is its place in the list, counted from 1; 0 means none. */
public record Concepts(Map<ConceptCategory, List<String>> names) {

    public Concepts {
        names = Map.copyOf(names);
    }

    /** Textures and colours are the same in all worlds. */
    public static Concepts of(final List<String> objects, final List<String> parts, final List<String> materials) {
        final Map<ConceptCategory, List<String>> names = new EnumMap<>(ConceptCategory.class);
        names.put(ConceptCategory.OBJECT, List.copyOf(objects));
        names.put(ConceptCategory.PART, List.copyOf(parts));
        names.put(ConceptCategory.TEXTURE, words(Texture.values()).subList(1, Texture.values().length));
        names.put(ConceptCategory.COLOUR, words(ColourName.values()));
        names.put(ConceptCategory.MATERIAL, List.copyOf(materials));
        return new Concepts(names);
    }

    /** The constants of an enumeration as words: {@code FRONT_LEG} is "front leg". */
    public static List<String> words(final Enum<?>[] constants) {
        return Arrays.stream(constants).map(Concepts::word).toList();
    }

    public static String word(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public List<String> names(final ConceptCategory category) {
        return names.get(category);
    }

    /** @throws IllegalArgumentException when the world has no such concept */
    public int number(final ConceptCategory category, final String name) {
        final int place = names(category).indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("no " + category.label() + " is called '" + name + "'; there are " + names(category));
        }
        return place + 1;
    }
}
