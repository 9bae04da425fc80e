package org.filterscope.ui.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.filterscope.ui.configuration.SourceToken.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class SourceScannerTest {

    @Test
    void keysKnowTheKeysAroundThem() {
        assertEquals(List.of("model", "input", "input.size", "input.mean", "images", "images.folder", "concepts", "concepts.name", "concepts.masks",
                "concepts.name", "output"), keys("""
                        model: a   # input: no
                        input: { size: [1, 2],
                          mean: 3 }
                        images:
                          folder: "x: y"
                        concepts:
                          - name: a
                            masks: b
                          - { name: c }
                        output: r
                        """));
    }

    @Test
    void listsMayBeginAtTheColumnOfTheirKey() {
        assertEquals(List.of("concepts", "concepts.name", "concepts.masks", "output"), keys("concepts:\n- name: a\n  masks: b\noutput: r\n"));
    }

    @Test
    void whatIsNotClosedDoesNotSwallowTheNextKeys() {
        assertEquals(List.of("model", "labels", "output"), keys("model: \"a\nlabels: 'b\noutput: c\n"));
        assertEquals(List.of("input", "input.size", "output"), keys("input: { size: [1, 2\noutput: c\n"));
    }

    @Test
    void aPlainTextMayHaveColonsAndHashesInside() {
        final List<SourceToken> tokens = SourceScanner.tokens("model: C:\\a#b # c\r\noutput: d\r\n");
        assertEquals(List.of("model", ":", "C:\\a#b", "# c", "output", ":", "d"), tokens.stream().map(SourceToken::text).toList());
        assertEquals(Kind.COMMENT, tokens.get(3).kind());
    }

    @Test
    void tokensLieOneBehindTheOtherInAnyText() {
        for (final String piece : List.of("{", "[", "a: ", "- ", "'", "\"", "|\n ", "# ", ": ", "}", "]", ",", "a:{b:", "\n", "\r", "  ", "\u0000", "é👁")) {
            final String text = "a: b\n" + piece.repeat(50) + "\nc: d";
            int end = 0;
            for (final SourceToken token : SourceScanner.tokens(text)) {
                assertTrue(token.offset() >= end && token.end() <= text.length(), piece);
                end = token.end();
            }
            SourceScanner.placeBehind(text);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void theTimeGrowsWithTheTextAndNotWithItsSquare() {
        for (final String piece : List.of("{", "[", "a: ", "- ", "'", "\"", "# ", "{a: ", " ", "a ", "a\n", " a:\n", "\\", "- - ", "|\n", "a: |\n ", "}")) {
            final String text = piece.repeat((1 << 20) / piece.length());
            SourceScanner.tokens(text);
            SourceScanner.placeBehind("a: {" + text);
        }
    }

    private static List<String> keys(final String text) {
        return SourceScanner.tokens(text).stream().filter(token -> token.is(Kind.KEY)).map(token -> String.join(".", token.path())).toList();
    }
}
