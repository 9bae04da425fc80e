package org.filterscope.ui.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.jface.text.hyperlink.IHyperlinkDetector;

/** Files and folders that the source names are links to them. */
final class FileHyperlinks implements IHyperlinkDetector {
    private final Supplier<Optional<Path>> file;
    private final FileOpener opener;

    /** @param file the configuration, which paths are relative to the folder of; asked for each time, for it may be moved */
    FileHyperlinks(final Supplier<Optional<Path>> file, final FileOpener opener) {
        this.file = file;
        this.opener = opener;
    }

    @Override
    public IHyperlink[] detectHyperlinks(final ITextViewer viewer, final IRegion region, final boolean several) {
        if (viewer.getDocument() == null || viewer.getDocument().getLength() > ConfigurationFile.LARGEST) {
            return null;
        }
        return file.get().flatMap(configuration -> SourceScanner.tokens(viewer.getDocument().get()).stream()
                .filter(token -> NamedPlaces.isPlace(token) && token.touches(region.getOffset())).findFirst()
                .flatMap(token -> link(configuration, token))).orElse(null);
    }

    private Optional<IHyperlink[]> link(final Path configuration, final SourceToken token) {
        return NamedPlaces.at(configuration, token.text()).filter(Files::exists)
                .map(target -> new IHyperlink[] {new FileHyperlink(new Region(token.offset(), token.length()), target, opener)});
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
