package org.filterscope.ui.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.eclipse.core.runtime.content.IContentDescription;

/** Recognises models for the platform. */
public final class ModelDescriber implements IContentDescriber {
    /** The content types: of files whose names tell, and of archives, which most often are something else. */
    public static final Set<String> TYPES = Set.of("org.filterscope.ui.model", "org.filterscope.ui.modelArchive");

    @Override
    public int describe(final InputStream contents, final IContentDescription description) throws IOException {
        return ModelSignature.isModel(contents) ? VALID : INVALID;
    }

    @Override
    public QualifiedName[] getSupportedOptions() {
        return new QualifiedName[0];
    }
}
