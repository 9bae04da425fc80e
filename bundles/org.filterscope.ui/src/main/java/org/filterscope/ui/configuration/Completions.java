package org.filterscope.ui.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.filterscope.core.configuration.ConfigurationKey;
import org.filterscope.core.configuration.ConfigurationKey.Form;
import org.filterscope.core.configuration.ConfigurationKeys;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.ui.configuration.Completion.Kind;

/** What can be written at a place of a configuration's source. Looks at the disk, and at the model where layers are asked for. */
final class Completions {
    private static final String INDENT = "  ";
    private static final List<String> AUTO = List.of("layers");

    private final Path file;
    private final ModelFacts facts;
    private final KeyDocumentation documentation = new KeyDocumentation();

    /** @param file the configuration */
    Completions(final Path file, final ModelFacts facts) {
        this.file = file;
        this.facts = facts;
    }

    /** Keys in the order of the documentation, then values; what begins with what is written already comes before what only contains it. */
    List<Completion> at(final String text, final int offset) {
        final SourcePlace place = SourceScanner.placeBehind(text.substring(0, offset));
        final Source source = new Source(text, offset, SourceScanner.tokens(text));
        final List<Completion> all = new ArrayList<>();
        place.keys().flatMap(ConfigurationKeys::at).ifPresent(block -> keys(place, block, source, all));
        place.values().ifPresent(path -> ConfigurationKeys.at(path).ifPresent(key -> values(place, path, key, source, all)));
        final String prefix = place.prefix().toLowerCase(Locale.ROOT);
        return Stream.concat(all.stream().filter(completion -> completion.words().toLowerCase(Locale.ROOT).startsWith(prefix)),
                all.stream().filter(completion -> {
                    final String words = completion.words().toLowerCase(Locale.ROOT);
                    return !words.startsWith(prefix) && words.contains(prefix);
                })).toList();
    }

    private void keys(final SourcePlace place, final ConfigurationKey block, final Source source, final List<Completion> all) {
        final Set<String> given = source.tokens().stream().filter(token -> token.is(SourceToken.Kind.KEY) && token.mapping() == place.mapping())
                .map(SourceToken::text).collect(Collectors.toSet());
        final List<String> path = place.keys().orElseThrow();
        for (final ConfigurationKey key : block.keys()) {
            if (!given.contains(key.name())) {
                final List<String> whole = Stream.concat(path.stream(), Stream.of(key.name())).toList();
                final String help = documentation.of(whole).orElse("");
                final Optional<SourceToken> renamed = source.renamed(place);
                final String behind = renamed.isPresent() ? "" : behind(key, place);
                final int back = behind.endsWith("]") ? 1 : behind.endsWith(" }") ? 2 : 0;
                final String replacement = key.name() + behind;
                all.add(new Completion(key.name(), "", place.start(), renamed.map(SourceToken::end).orElse(source.offset()) - place.start(), replacement,
                        replacement.length() - back, help, Kind.KEY));
            }
        }
    }

    private static String behind(final ConfigurationKey key, final SourcePlace place) {
        if (key.form() == Form.BLOCK) {
            return place.inFlow() ? ": {  }" : ":\n" + " ".repeat(place.column()) + INDENT;
        }
        return key.list() && key.choices().isEmpty() && key.form() != Form.NUMBER || key.name().equals("analyses") ? ": []" : ": ";
    }

    private void values(final SourcePlace place, final List<String> path, final ConfigurationKey key, final Source source,
            final List<Completion> all) {
        final boolean behindDash = place.item() && !place.inFlow();
        if (behindDash && !key.list()) {
            return;
        }
        switch (key.form()) {
            case CHOICE -> key.choices().forEach(word -> all.add(value(place, source, word, "",
                    path.equals(List.of("analyses")) ? documentation.analysis(word) : documentation.of(path).orElse(""), Kind.WORD)));
            case FILE -> FolderListing.of(file, place.prefix(), true, path).forEach(entry -> all.add(value(place, source, entry)));
            case FOLDER -> FolderListing.of(file, place.prefix(), false, path).forEach(entry -> all.add(value(place, source, entry)));
            case LAYER -> layers(place, path, source, all);
            case CLASS -> source.value("images", "folder").flatMap(this::resolved).map(FolderListing::folders).orElse(List.of())
                    .forEach(name -> all.add(value(place, source, name, Messages.Completions_class, "", Kind.WORD)));
            default -> {
                // Numbers and words of one's own.
            }
        }
    }

    private void layers(final SourcePlace place, final List<String> path, final Source source, final List<Completion> all) {
        if (path.equals(AUTO) && !place.item()) {
            all.add(value(place, source, "auto", "", documentation.of(path).orElse(""), Kind.WORD));
        }
        final Set<String> given = source.tokens().stream()
                .filter(token -> token.is(SourceToken.Kind.VALUE) && token.path().equals(path) && token.end() != source.offset())
                .map(SourceToken::text).collect(Collectors.toSet());
        source.value("model").flatMap(this::resolved).map(model -> facts.layers(model, source.size())).orElse(List.of()).stream()
                .filter(layer -> !given.contains(layer))
                .forEach(layer -> all.add(value(place, source, layer, Messages.Completions_layer, "", Kind.LAYER)));
    }

    private Optional<Path> resolved(final String written) {
        return NamedPlaces.at(file, written);
    }

    private static Completion value(final SourcePlace place, final Source source, final FolderListing.Entry entry) {
        return value(place, source, entry.written(), "", "", entry.folder() ? Kind.FOLDER : Kind.FILE);
    }

    private static Completion value(final SourcePlace place, final Source source, final String word, final String about, final String help,
            final Kind kind) {
        final boolean glued = place.start() > 0 && source.text().charAt(place.start() - 1) == ':';
        final String replacement = (glued ? " " : "") + PlainScalar.of(word, place.inFlow());
        return new Completion(word, about, place.start(), source.replaced(place) - place.start(), replacement, replacement.length(), help, kind);
    }

    /**
     * @param offset of the caret
     * @param tokens of the whole text
     */
    private record Source(String text, int offset, List<SourceToken> tokens) {

        /** The key that the caret is in, which keeps its value. */
        Optional<SourceToken> renamed(final SourcePlace place) {
            return tokens.stream().filter(token -> token.is(SourceToken.Kind.KEY) && token.offset() == place.start() && place.start() < offset).findFirst();
        }

        /** The end of the value that the caret is in or before, else the caret. */
        int replaced(final SourcePlace place) {
            return tokens.stream().filter(token -> token.is(SourceToken.Kind.VALUE) && token.offset() == place.start()).findFirst()
                    .map(SourceToken::end).orElse(offset);
        }

        Optional<String> value(final String... path) {
            return values(path).stream().findFirst();
        }

        Optional<Size> size() {
            final List<String> sides = values("input", "size");
            return sides.size() == 2 && sides.stream().allMatch(side -> side.matches("[1-9]\\d{0,3}"))
                    ? Optional.of(new Size(Integer.parseInt(sides.get(0)), Integer.parseInt(sides.get(1)))) : Optional.empty();
        }

        private List<String> values(final String... path) {
            return tokens.stream().filter(token -> token.is(SourceToken.Kind.VALUE) && token.path().equals(List.of(path))).map(SourceToken::text)
                    .toList();
        }
    }
}
