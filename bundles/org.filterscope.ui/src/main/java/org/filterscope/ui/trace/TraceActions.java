package org.filterscope.ui.trace;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.actions.ActionFactory;
import org.filterscope.core.protocol.AblationRequest;

/** The view's toolbar and menus. Belongs to the UI thread. */
final class TraceActions {
    private final Shell shell;
    private final TracePage page;
    private final Listener listener;
    private final IAction open;
    private final IAction choose;
    private final IAction compare;
    private final IAction comparePicture;
    private final IAction ablate;
    private final IAction sound;
    private final IAction zero;
    private final IAction mean;
    private final IAction hot;
    private final IAction exact;
    private final IAction copyCsv;
    private final IAction copyText;
    private final IAction save;
    private final IAction refresh;

    /** Does what is the view's to do. */
    interface Listener {
        /** Lets the person choose any file. */
        void openFile();

        /** Lets the person choose one of the report's pictures. */
        void choose();

        /** Opens a second trace, or closes it. */
        void compare(boolean wished);

        /** Lets the person choose a picture for the second trace. */
        void comparePicture();

        /** Reads the report and traces anew. */
        void refresh();
    }

    TraceActions(final Shell shell, final TracePage page, final Listener listener, final TraceState state) {
        this.shell = shell;
        this.page = page;
        this.listener = listener;
        open = action(Messages.TraceActions_open, Messages.TraceActions_openTip, "icons/trace-open.svg", IAction.AS_PUSH_BUTTON,
                checked -> listener.openFile());
        choose = action(Messages.TraceActions_choose, Messages.TraceActions_chooseTip, "icons/trace-pictures.svg", IAction.AS_PUSH_BUTTON,
                checked -> listener.choose());
        compare = action(Messages.TraceActions_compare, Messages.TraceActions_compareTip, "icons/trace-compare.svg", IAction.AS_CHECK_BOX,
                listener::compare);
        comparePicture = action(Messages.TraceActions_comparePicture, Messages.TraceActions_comparePictureTip, "", IAction.AS_PUSH_BUTTON,
                checked -> listener.comparePicture());
        ablate = action(Messages.TraceActions_ablate, Messages.TraceActions_ablateTip, "icons/trace-ablate.svg", IAction.AS_PUSH_BUTTON,
                checked -> page.toggleSelected());
        sound = action(Messages.TraceActions_sound, Messages.TraceActions_soundTip, "", IAction.AS_PUSH_BUTTON, checked -> page.soundAll());
        zero = action(Messages.TraceActions_zero, Messages.TraceActions_zeroTip, "", IAction.AS_RADIO_BUTTON,
                checked -> amount(checked, AblationRequest.ZERO));
        mean = action(Messages.TraceActions_mean, Messages.TraceActions_meanTip, "", IAction.AS_RADIO_BUTTON,
                checked -> amount(checked, AblationRequest.MEAN));
        zero.setChecked(AblationRequest.ZERO.equals(state.amount()));
        mean.setChecked(AblationRequest.MEAN.equals(state.amount()));
        hot = action(Messages.TraceActions_hot, Messages.TraceActions_hotTip, "icons/trace-heat.svg", IAction.AS_CHECK_BOX, page::hot);
        hot.setChecked(state.hot());
        exact = action(Messages.TraceActions_exact, Messages.TraceActions_exactTip, "", IAction.AS_CHECK_BOX, checked -> {
            page.exact(checked);
            page.again();
        });
        exact.setChecked(state.exact());
        copyCsv = action(Messages.TraceActions_copyCsv, "", "", IAction.AS_PUSH_BUTTON, checked -> copyCsv());
        copyText = action(Messages.TraceActions_copyText, "", "", IAction.AS_PUSH_BUTTON, checked -> copyText());
        save = action(Messages.TraceActions_save, "", "", IAction.AS_PUSH_BUTTON, checked -> save());
        refresh = action(Messages.TraceActions_refresh, "", "icons/refresh.svg", IAction.AS_PUSH_BUTTON, checked -> listener.refresh());
    }

    void contribute(final IViewSite site) {
        refresh.setActionDefinitionId(ActionFactory.REFRESH.getCommandId());
        site.getActionBars().setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
        List.of(choose, open, compare, ablate, hot).forEach(site.getActionBars().getToolBarManager()::add);
        final IMenuManager menu = site.getActionBars().getMenuManager();
        List.of(choose, open, refresh).forEach(menu::add);
        menu.add(new Separator());
        List.of(compare, comparePicture).forEach(menu::add);
        menu.add(new Separator());
        List.of(ablate, sound, zero, mean).forEach(menu::add);
        menu.add(new Separator());
        List.of(hot, exact).forEach(menu::add);
        menu.add(new Separator());
        List.of(copyCsv, copyText, save).forEach(menu::add);
        update();
    }

    /** The tree's context menu. */
    void fill(final IMenuManager menu) {
        List.of(ablate, sound).forEach(menu::add);
        menu.add(new Separator());
        List.of(copyCsv, copyText, save).forEach(menu::add);
    }

    static void menu(final Tree tree, final Consumer<IMenuManager> filler) {
        final MenuManager manager = new MenuManager();
        manager.setRemoveAllWhenShown(true);
        manager.addMenuListener(filler::accept);
        tree.setMenu(manager.createContextMenu(tree));
        tree.addListener(SWT.Dispose, event -> manager.dispose());
    }

    /** What can be done follows what is on show. */
    void update() {
        final boolean shown = page.panes().stream().anyMatch(pane -> pane.trace().isPresent());
        final boolean asked = page.panes().stream().anyMatch(pane -> pane.subject().isPresent());
        compare.setChecked(page.panes().size() > 1);
        compare.setEnabled(page.panes().size() > 1 || page.panes().getFirst().trace().isPresent());
        comparePicture.setEnabled(asked);
        ablate.setEnabled(shown);
        sound.setEnabled(!page.ablation().isEmpty());
        List.of(copyCsv, copyText, save).forEach(action -> action.setEnabled(shown));
    }

    boolean isHot() {
        return hot.isChecked();
    }

    boolean isExact() {
        return exact.isChecked();
    }

    void copyCsv() {
        page.focused().trace().ifPresent(trace -> copy(new TraceTable(trace).csv()));
    }

    private void copyText() {
        page.focused().trace().ifPresent(trace -> copy(new TraceTable(trace).text()));
    }

    private void copy(final String text) {
        final Clipboard clipboard = new Clipboard(shell.getDisplay());
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private void amount(final boolean checked, final String amount) {
        if (checked) {
            page.amount(amount);
        }
    }

    private void save() {
        final Optional<ImageData> picture = page.focused().shot();
        final FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.png"});
        dialog.setFileName(Messages.TraceActions_fileName);
        dialog.setOverwrite(true);
        final String file = picture.isPresent() ? dialog.open() : null;
        if (file != null) {
            Job.create(NLS.bind(Messages.TraceActions_saving, file), monitor -> {
                final ImageLoader loader = new ImageLoader();
                loader.data = new ImageData[] {picture.get()};
                try {
                    loader.save(file, SWT.IMAGE_PNG);
                    return Status.OK_STATUS;
                } catch (final SWTException e) {
                    return Status.error(NLS.bind(Messages.TraceActions_notSaved, file, e.getMessage()), e);
                }
            }).schedule();
        }
    }

    /** @param work gets whether the action is checked */
    private static IAction action(final String words, final String tip, final String icon, final int style, final Consumer<Boolean> work) {
        final IAction action = new Action(words, style) {
            @Override
            public void run() {
                work.accept(isChecked());
            }
        };
        if (!tip.isEmpty()) {
            action.setToolTipText(tip);
        }
        if (!icon.isEmpty()) {
            ResourceLocator.imageDescriptorFromBundle(TraceActions.class, icon).ifPresent(action::setImageDescriptor);
        }
        return action;
    }
}
