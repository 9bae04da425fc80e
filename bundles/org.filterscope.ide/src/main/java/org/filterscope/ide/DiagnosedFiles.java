package org.filterscope.ide;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IAdapterFactory;

/** Has files that are models or configurations by their names adapt to {@link DiagnosedFile}. */
public final class DiagnosedFiles implements IAdapterFactory {

    @Override
    public <T> T getAdapter(final Object adapted, final Class<T> type) {
        return type == DiagnosedFile.class && adapted instanceof final IFile file
                && (DiagnosedFile.isModel(file.getName()) || DiagnosedFile.isConfiguration(file.getName()))
                        ? type.cast(new DiagnosedFile(file)) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {DiagnosedFile.class};
    }
}
