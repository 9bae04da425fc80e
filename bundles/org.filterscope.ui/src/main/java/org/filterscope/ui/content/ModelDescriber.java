package org.filterscope.ui.content;

import java.io.IOException;
import java.io.InputStream;

import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.eclipse.core.runtime.content.IContentDescription;

/** Recognises models for the platform. */
public final class ModelDescriber implements IContentDescriber {
    /** The content type. */
    public static final String TYPE = "org.filterscope.ui.model";

    @Override
    public int describe(final InputStream contents, final IContentDescription description) throws IOException {
        return ModelSignature.isModel(contents) ? VALID : INVALID;
    }

    @Override
    public QualifiedName[] getSupportedOptions() {
        return new QualifiedName[0];
    }
}
