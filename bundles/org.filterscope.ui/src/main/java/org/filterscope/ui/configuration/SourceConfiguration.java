package org.filterscope.ui.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.hyperlink.IHyperlinkDetector;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;
import org.filterscope.ui.display.ThemeColors;

/** What the source page can do beyond editing text. */
final class SourceConfiguration extends TextSourceViewerConfiguration {
    private final Supplier<Optional<Path>> file;
    private final ThemeColors colors;
    private final ModelFacts facts;
    private final FileOpener opener;
    private final ConfigurationWatch watch;
    private final Consumer<List<SourceProblem>> listener;

    /**
     * @param file     asked for each time, on any thread, for it may be moved; empty when the source does not lie on this machine's disks: then
     *                 nothing that it names can be looked up
     * @param listener hears of problems, in the background
     */
    SourceConfiguration(final IPreferenceStore preferences, final Supplier<Optional<Path>> file, final ThemeColors colors, final ModelFacts facts,
            final FileOpener opener, final ConfigurationWatch watch, final Consumer<List<SourceProblem>> listener) {
        super(preferences);
        this.file = file;
        this.colors = colors;
        this.facts = facts;
        this.opener = opener;
        this.watch = watch;
        this.listener = listener;
    }

    @Override
    public IPresentationReconciler getPresentationReconciler(final ISourceViewer viewer) {
        final PresentationReconciler reconciler = new PresentationReconciler();
        final DefaultDamagerRepairer repairer = new DefaultDamagerRepairer(new SourceColoring(colors));
        reconciler.setDamager(repairer, IDocument.DEFAULT_CONTENT_TYPE);
        reconciler.setRepairer(repairer, IDocument.DEFAULT_CONTENT_TYPE);
        return reconciler;
    }

    @Override
    public IContentAssistant getContentAssistant(final ISourceViewer viewer) {
        final ContentAssistant assistant = new ContentAssistant(true);
        assistant.setContentAssistProcessor(new CompletionSource(file, facts, viewer.getTextWidget()),
                IDocument.DEFAULT_CONTENT_TYPE);
        assistant.setInformationControlCreator(shell());
        assistant.enableColoredLabels(true);
        return assistant;
    }

    @Override
    public IReconciler getReconciler(final ISourceViewer viewer) {
        return SourceReconciler.of(viewer, file, watch, listener);
    }

    @Override
    public IQuickAssistAssistant getQuickAssistAssistant(final ISourceViewer viewer) {
        final QuickAssistAssistant assistant = new QuickAssistAssistant();
        assistant.setQuickAssistProcessor(new KeyCorrection());
        assistant.setInformationControlCreator(shell());
        return assistant;
    }

    @Override
    public ITextHover getTextHover(final ISourceViewer viewer, final String contentType) {
        return new SourceHover(viewer);
    }

    @Override
    public IHyperlinkDetector[] getHyperlinkDetectors(final ISourceViewer viewer) {
        final IHyperlinkDetector[] others = super.getHyperlinkDetectors(viewer);
        return Stream.concat(Stream.of(new FileHyperlinks(file, opener)),
                others == null ? Stream.empty() : Stream.of(others)).toArray(IHyperlinkDetector[]::new);
    }

    private static IInformationControlCreator shell() {
        return parent -> new DefaultInformationControl(parent, EditorsUI.getTooltipAffordanceString());
    }
}
