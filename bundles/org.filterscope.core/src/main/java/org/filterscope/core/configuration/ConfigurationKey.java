package org.filterscope.core.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A key of the configuration file, for whoever helps people to write one.
 *
 * @param name    as it is written
 * @param form    of its value
 * @param list    whether several values, or blocks, can be given as a list
 * @param choices the words that are accepted; empty where the form says what is
 * @param keys    of the block that the value is or may be; empty where it cannot be one
 */
public record ConfigurationKey(String name, Form form, boolean list, List<String> choices, List<ConfigurationKey> keys) {

    /** What a value is. */
    public enum Form {
        /** A block of keys. */
        BLOCK,
        /** Words. */
        TEXT,
        /** One of some words. */
        CHOICE,
        /** A number, whole or not. */
        NUMBER,
        /** A file, relative to the configuration's folder. */
        FILE,
        /** A folder, relative to the configuration's folder. */
        FOLDER,
        /** The name of a layer of the model. */
        LAYER,
        /** The name of a class. */
        CLASS
    }

    public ConfigurationKey {
        choices = List.copyOf(choices);
        keys = List.copyOf(keys);
    }

    static ConfigurationKey of(final String name, final Form form) {
        return new ConfigurationKey(name, form, false, List.of(), List.of());
    }

    static ConfigurationKey block(final String name, final ConfigurationKey... keys) {
        return new ConfigurationKey(name, Form.BLOCK, false, List.of(), List.of(keys));
    }

    static ConfigurationKey choice(final String name, final Stream<String> words) {
        return new ConfigurationKey(name, Form.CHOICE, false, words.toList(), List.of());
    }

    static <E extends Enum<E>> ConfigurationKey choice(final String name, final Class<E> type) {
        return choice(name, Arrays.stream(type.getEnumConstants()).map(constant -> constant.name().toLowerCase(Locale.ROOT)));
    }

    /** The same key, of which several may be given. */
    ConfigurationKey several() {
        return new ConfigurationKey(name, form, true, choices, keys);
    }

    /** The same key, which may also be a block. */
    ConfigurationKey orBlock(final ConfigurationKey... inside) {
        return new ConfigurationKey(name, form, list, choices, List.of(inside));
    }

    /** The names of the keys inside, in the order of the documentation. */
    public List<String> names() {
        return keys.stream().map(ConfigurationKey::name).toList();
    }

    /** The key of that name inside. */
    public Optional<ConfigurationKey> key(final String inside) {
        return keys.stream().filter(key -> key.name().equals(inside)).findFirst();
    }
}
