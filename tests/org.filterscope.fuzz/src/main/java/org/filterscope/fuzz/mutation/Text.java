package org.filterscope.fuzz.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages words, numbers and marks of a text: JSON, YAML and tables alike. */
public final class Text implements Mutator {
    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[-+]?\\d[\\w.]*+|\\w++|\\s++|.", Pattern.DOTALL);
    private static final int DEEP = 3000;
    private static final int LONG = 20_000;

    @Override
    public byte[] mutate(final byte[] file, final byte[] other, final RandomGenerator random) {
        if (file.length == 0) {
            return file;
        }
        // As bytes, so that what is no text stays what it is.
        final List<String> tokens = tokens(file);
        final int at = random.nextInt(tokens.size());
        switch (random.nextInt(9)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(at));
            case 2 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
            case 3 -> repeat(tokens, at, random);
            case 4 -> {
                final List<String> foreign = tokens(other);
                tokens.set(at, foreign.isEmpty() ? "" : foreign.get(random.nextInt(foreign.size())));
            }
            case 5 -> tokens.add(at, special(random));
            default -> tokens.set(value(tokens, at), random.nextBoolean() ? Extremes.text(random) : special(random));
        }
        return String.join("", tokens).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> tokens(final byte[] file) {
        return new ArrayList<>(TOKEN.matcher(new String(file, StandardCharsets.ISO_8859_1)).results().map(MatchResult::group).toList());
    }

    /** A line, or half the text, once more. */
    private static void repeat(final List<String> tokens, final int at, final RandomGenerator random) {
        final int to = Math.min(tokens.size(), at + 1 + random.nextInt(40));
        tokens.addAll(random.nextBoolean() ? to : random.nextInt(tokens.size()), List.copyOf(tokens.subList(at, to)));
    }

    /** The next token from a place on that is more than a mark. */
    private static int value(final List<String> tokens, final int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).length() > 1 || Character.isLetterOrDigit(tokens.get(i).charAt(0))) {
                return i;
            }
        }
        return from;
    }

    private static String special(final RandomGenerator random) {
        return switch (random.nextInt(20)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "\"\"";
            case 3 -> "[]";
            case 4 -> "{}";
            case 5 -> "[".repeat(DEEP);
            case 6 -> "[".repeat(DEEP) + "]".repeat(DEEP);
            case 7 -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
            case 8 -> "- ".repeat(DEEP);
            case 9 -> "a".repeat(LONG);
            case 10 -> "9".repeat(LONG);
            case 11 -> "\"";
            case 12 -> "\n";
            case 13 -> "\0";
            case 14 -> "&a [*a, *a]";
            case 15 -> "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost/\"]]";
            case 16 -> "\ufeff\\ud800".substring(1);
            case 17 -> "../../../../../../etc/passwd";
            case 18 -> "[" + Extremes.text(random) + "," + Extremes.text(random) + "]";
            default -> "\"" + Extremes.text(random) + "\"";
        };
    }
}
