package org.filterscope.ui.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** Proposes what {@link Completions} finds. Asked in the background, for layers may have to be read from the model. */
final class CompletionSource implements IContentAssistProcessor {
    private final Supplier<Optional<Path>> configuration;
    private final ModelFacts facts;
    private final Image layer;
    private final Image file;
    private final Image folder;

    /**
     * Made on the UI thread.
     *
     * @param configuration asked for each time, in the background, for it may be moved; nothing is proposed where it is empty
     */
    CompletionSource(final Supplier<Optional<Path>> configuration, final ModelFacts facts, final Control owner) {
        this.configuration = configuration;
        this.facts = facts;
        final ResourceManager images = new LocalResourceManager(JFaceResources.getResources(owner.getDisplay()), owner);
        layer = ResourceLocator.imageDescriptorFromBundle(CompletionSource.class, "icons/layer.svg").map(images::create).orElse(null);
        file = PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJ_FILE);
        folder = PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJ_FOLDER);
    }

    @Override
    public ICompletionProposal[] computeCompletionProposals(final ITextViewer viewer, final int offset) {
        final IDocument document = viewer.getDocument();
        if (document.getLength() > ConfigurationFile.LARGEST) {
            return new ICompletionProposal[0];
        }
        final String text = document.get();
        final List<Completion> found = configuration.get().map(place -> new Completions(place, facts).at(text, Math.min(offset, text.length())))
                .orElse(List.of());
        return found.stream().map(this::proposal).toArray(ICompletionProposal[]::new);
    }

    private ICompletionProposal proposal(final Completion completion) {
        final String words = completion.about().isEmpty() ? completion.words()
                : NLS.bind(Messages.CompletionSource_about, completion.words(), completion.about());
        return new CompletionProposal(completion.replacement(), completion.start(), completion.length(), completion.caret(), image(completion.kind()),
                words, null, completion.help().isEmpty() ? null : KeyDocumentation.escaped(completion.help()));
    }

    private Image image(final Completion.Kind kind) {
        return switch (kind) {
            case FILE -> file;
            case FOLDER -> folder;
            case LAYER -> layer;
            case KEY, WORD -> null;
        };
    }

    @Override
    public IContextInformation[] computeContextInformation(final ITextViewer viewer, final int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
