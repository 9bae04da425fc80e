package org.filterscope.ui.explorer;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.navigator.ICommonContentExtensionSite;
import org.eclipse.ui.navigator.ICommonLabelProvider;
import org.eclipse.ui.navigator.IExtensionStateModel;
import org.filterscope.ui.FilterSelection;

/** Words and pictures of layers and filters in the Project Explorer. */
public final class ModelLabels extends LabelProvider implements ICommonLabelProvider, IStyledLabelProvider {
    private final ResourceManager images = new LocalResourceManager(JFaceResources.getResources());
    private IExtensionStateModel state;

    @Override
    public void init(final ICommonContentExtensionSite site) {
        state = site.getExtensionStateModel();
    }

    @Override
    public StyledString getStyledText(final Object element) {
        return switch (element) {
            case final ModelLayer layer -> new StyledString(layer.layer().layer()).append("  " + size(layer), StyledString.QUALIFIER_STYLER);
            case final FilterGroup group -> new StyledString(NLS.bind(Messages.ModelLabels_group, group.first(), group.end() - 1));
            case final ModelHint hint -> new StyledString(hint.words(), StyledString.QUALIFIER_STYLER);
            case final FilterSelection filter -> {
                final StyledString text = new StyledString(NLS.bind(Messages.ModelLabels_filter, filter.channel()));
                final String label = label(filter);
                yield label.isEmpty() ? text : text.append("  " + label, StyledString.QUALIFIER_STYLER);
            }
            default -> null;
        };
    }

    private static String size(final ModelLayer layer) {
        return NLS.bind(Messages.ModelLabels_layer,
                new Object[] {layer.layer().kind(), layer.layer().channels(), layer.layer().rows(), layer.layer().cols()});
    }

    private String label(final FilterSelection filter) {
        return state != null && state.getProperty(ModelContent.INDEX) instanceof final ModelIndex index ? index.label(filter) : "";
    }

    @Override
    public String getText(final Object element) {
        final StyledString text = getStyledText(element);
        return text == null ? null : text.getString();
    }

    @Override
    public Image getImage(final Object element) {
        return switch (element) {
            case final ModelLayer layer -> image("icons/layer.svg");
            case final FilterGroup group -> image("icons/layer.svg");
            case final FilterSelection filter -> image("icons/filter.svg");
            default -> null;
        };
    }

    private Image image(final String path) {
        return ResourceLocator.imageDescriptorFromBundle(ModelLabels.class, path).map(images::create).orElse(null);
    }

    @Override
    public String getDescription(final Object element) {
        return getText(element);
    }

    @Override
    public void dispose() {
        images.dispose();
        super.dispose();
    }

    @Override
    public void saveState(final IMemento memento) {
        // There is none.
    }

    @Override
    public void restoreState(final IMemento memento) {
        // There is none.
    }
}
