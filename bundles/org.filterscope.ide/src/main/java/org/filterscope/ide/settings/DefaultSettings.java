package org.filterscope.ide.settings;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;

/** Tells the platform the worker's settings where nobody has set anything; a product may customise them as it does others. */
public final class DefaultSettings extends AbstractPreferenceInitializer {

    @Override
    public void initializeDefaultPreferences() {
        final IEclipsePreferences node = DefaultScope.INSTANCE.getNode(WorkerPreferences.NODE);
        final WorkerSettings defaults = WorkerSettings.defaults();
        node.put(WorkerPreferences.EXECUTOR, defaults.executor().key());
        node.putInt(WorkerPreferences.CORES, defaults.cores());
        node.putInt(WorkerPreferences.HEAP, defaults.heap());
        node.put(WorkerPreferences.DEVICE, defaults.device().key());
        node.putInt(WorkerPreferences.LIMIT, defaults.limit());
    }
}
