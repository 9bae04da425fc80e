package org.filterscope.ui.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescription;
import org.eclipse.core.runtime.content.ITextContentDescriber;

/**
 * Recognises the files of a report that other tools name alike, by the keys that they begin with. Reads four kilobytes.
 *
 * <p>The parameter {@code begins} is a regular expression for the beginning; without it no file is recognised.
 */
public final class ReportDescriber implements ITextContentDescriber, IExecutableExtension {
    private static final int LOOKED_AT = 1 << 12;

    private Pattern beginning = Pattern.compile("(?!)");

    @Override
    public void setInitializationData(final IConfigurationElement element, final String property, final Object data) {
        if (data instanceof final Map<?, ?> parameters && parameters.get("begins") instanceof final String words) {
            beginning = Pattern.compile(words);
        }
    }

    @Override
    public int describe(final InputStream contents, final IContentDescription description) throws IOException {
        return describe(new InputStreamReader(contents, StandardCharsets.UTF_8), description);
    }

    @Override
    public int describe(final Reader contents, final IContentDescription description) throws IOException {
        final char[] text = new char[LOOKED_AT];
        int length = 0;
        int read = contents.read(text, 0, LOOKED_AT);
        while (read > 0) {
            length += read;
            read = contents.read(text, length, LOOKED_AT - length);
        }
        return beginning.matcher(new String(text, 0, length)).lookingAt() ? VALID : INVALID;
    }

    @Override
    public QualifiedName[] getSupportedOptions() {
        return new QualifiedName[] {IContentDescription.CHARSET, IContentDescription.BYTE_ORDER_MARK};
    }
}
