package org.filterscope.ui.configuration;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.jface.text.hyperlink.IHyperlinkDetector;
import org.filterscope.core.configuration.ConfigurationKey.Form;
import org.filterscope.core.configuration.ConfigurationKeys;
import org.filterscope.ui.configuration.SourceToken.Kind;

/** Files and folders that the source names are links to them. */
final class FileHyperlinks implements IHyperlinkDetector {
    private final Path file;
    private final FileOpener opener;

    /** @param file the configuration, which paths are relative to the folder of */
    FileHyperlinks(final Path file, final FileOpener opener) {
        this.file = file;
        this.opener = opener;
    }

    @Override
    public IHyperlink[] detectHyperlinks(final ITextViewer viewer, final IRegion region, final boolean several) {
        if (viewer.getDocument() == null || viewer.getDocument().getLength() > ConfigurationFile.LARGEST) {
            return null;
        }
        return SourceScanner.tokens(viewer.getDocument().get()).stream()
                .filter(token -> token.is(Kind.VALUE) && token.touches(region.getOffset())
                        && ConfigurationKeys.at(token.path()).filter(key -> key.form() == Form.FILE || key.form() == Form.FOLDER).isPresent())
                .findFirst().map(this::links).orElse(null);
    }

    private IHyperlink[] links(final SourceToken token) {
        try {
            final Path target = file.resolveSibling(token.text()).normalize();
            return Files.exists(target) ? new IHyperlink[] {new FileHyperlink(new Region(token.offset(), token.length()), target, opener)} : null;
        } catch (final InvalidPathException e) {
            return null;
        }
    }

    private record FileHyperlink(IRegion region, Path target, FileOpener opener) implements IHyperlink {

        @Override
        public IRegion getHyperlinkRegion() {
            return region;
        }

        @Override
        public String getTypeLabel() {
            return null;
        }

        @Override
        public String getHyperlinkText() {
            return target.toString();
        }

        @Override
        public void open() {
            opener.open(target);
        }
    }
}
