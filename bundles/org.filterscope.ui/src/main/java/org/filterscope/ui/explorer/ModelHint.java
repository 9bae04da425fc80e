package org.filterscope.ui.explorer;

import org.eclipse.core.resources.IFile;

/**
 * Words in place of layers or filters.
 *
 * @param owner what the words stand below
 */
record ModelHint(IFile model, Object owner, String words) implements ModelElement {
}
