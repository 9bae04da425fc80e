package org.filterscope.ui.configuration;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.configuration.InvalidConfigurationException.UnknownKey;

/** Offers, for keys that no configuration has, those that may be meant. */
final class KeyCorrection implements IQuickAssistProcessor {

    /** The keys that may be meant: the similar ones, or else all that are accepted. */
    static List<String> candidates(final UnknownKey unknown) {
        final List<String> similar = SimilarWord.of(unknown.key(), unknown.accepted());
        return similar.isEmpty() ? unknown.accepted() : similar;
    }

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(final IQuickAssistInvocationContext context) {
        final List<ICompletionProposal> proposals = new ArrayList<>();
        final IAnnotationModel model = context.getSourceViewer().getAnnotationModel();
        for (final Iterator<Annotation> annotations = model.getAnnotationIterator(); annotations.hasNext();) {
            if (annotations.next() instanceof final ProblemAnnotation problem && problem.isQuickFixable()) {
                final Position position = model.getPosition(problem);
                if (position != null && isInLine(context.getSourceViewer().getDocument(), position, context.getOffset())) {
                    candidates(problem.problem().unknown().orElseThrow())
                            .forEach(key -> proposals.add(new CompletionProposal(key, position.getOffset(), position.getLength(), key.length(), null,
                                    NLS.bind(Messages.KeyCorrection_change, key), null, null)));
                }
            }
        }
        return proposals.toArray(ICompletionProposal[]::new);
    }

    private static boolean isInLine(final IDocument document, final Position position, final int caret) {
        try {
            return document.getLineOfOffset(position.getOffset()) == document.getLineOfOffset(caret);
        } catch (final BadLocationException e) {
            // The text has become shorter since.
            return false;
        }
    }

    @Override
    public boolean canFix(final Annotation annotation) {
        return annotation instanceof final ProblemAnnotation problem && problem.isQuickFixable();
    }

    @Override
    public boolean canAssist(final IQuickAssistInvocationContext context) {
        return false;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }
}
