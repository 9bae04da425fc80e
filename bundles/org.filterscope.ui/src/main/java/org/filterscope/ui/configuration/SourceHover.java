package org.filterscope.ui.configuration;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.filterscope.ui.configuration.SourceToken.Kind;

/** Says what is wrong with what is under the pointer, and what the key there is for. */
final class SourceHover implements ITextHover {
    private final ISourceViewer viewer;
    private final KeyDocumentation documentation = new KeyDocumentation();

    SourceHover(final ISourceViewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public IRegion getHoverRegion(final ITextViewer ignored, final int offset) {
        return token(offset).map(token -> new Region(token.offset(), token.length())).orElse(new Region(offset, 0));
    }

    @Override
    public String getHoverInfo(final ITextViewer ignored, final IRegion region) {
        final Set<String> words = new LinkedHashSet<>();
        final IAnnotationModel model = viewer.getAnnotationModel();
        if (model != null) {
            for (final Iterator<Annotation> annotations = model.getAnnotationIterator(); annotations.hasNext();) {
                if (annotations.next() instanceof final ProblemAnnotation problem) {
                    final Position position = model.getPosition(problem);
                    if (position != null && position.overlapsWith(region.getOffset(), Math.max(1, region.getLength()))) {
                        words.add(KeyDocumentation.escaped(problem.getText()));
                    }
                }
            }
        }
        token(region.getOffset()).flatMap(token -> documentation.markup(token.path())).ifPresent(words::add);
        return words.isEmpty() ? null : String.join("<br><br>", words);
    }

    private Optional<SourceToken> token(final int offset) {
        if (viewer.getDocument() == null || viewer.getDocument().getLength() > ConfigurationFile.LARGEST) {
            return Optional.empty();
        }
        return SourceScanner.tokens(viewer.getDocument().get()).stream()
                .filter(token -> (token.is(Kind.KEY) || token.is(Kind.VALUE)) && token.offset() <= offset && offset < token.end()).findFirst();
    }
}
