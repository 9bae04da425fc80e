package org.filterscope.ui.configuration;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;
import org.filterscope.ui.configuration.SourceToken.Kind;
import org.filterscope.ui.display.ThemeColors;

/** Colors keys, values and comments as the theme has it. A text that is too large for a configuration keeps one color. */
final class SourceColoring implements ITokenScanner {
    private final ThemeColors colors;
    private final List<SourceToken> pieces = new ArrayList<>();
    private int end;
    private int next;
    private int offset;
    private int length;

    SourceColoring(final ThemeColors colors) {
        this.colors = colors;
    }

    @Override
    public void setRange(final IDocument document, final int start, final int size) {
        pieces.clear();
        if (document.getLength() <= ConfigurationFile.LARGEST) {
            SourceScanner.tokens(document.get()).stream().filter(token -> token.end() > start && token.offset() < start + size).forEach(pieces::add);
        }
        end = start + size;
        offset = start;
        length = 0;
        next = 0;
    }

    /** Every character belongs to a piece, for the platform counts on that. */
    @Override
    public IToken nextToken() {
        offset += length;
        if (offset >= end) {
            length = 0;
            return Token.EOF;
        }
        if (next == pieces.size()) {
            length = end - offset;
            return Token.UNDEFINED;
        }
        final SourceToken piece = pieces.get(next);
        if (piece.offset() > offset) {
            length = piece.offset() - offset;
            return Token.UNDEFINED;
        }
        next++;
        length = Math.min(end, piece.end()) - offset;
        return token(piece.kind());
    }

    private IToken token(final Kind kind) {
        return switch (kind) {
            case KEY -> new Token(new TextAttribute(colors.sourceKey()));
            case VALUE -> new Token(new TextAttribute(colors.sourceValue()));
            case COMMENT -> new Token(new TextAttribute(colors.sourceComment()));
            case PUNCTUATION -> Token.UNDEFINED;
        };
    }

    @Override
    public int getTokenOffset() {
        return offset;
    }

    @Override
    public int getTokenLength() {
        return length;
    }
}
