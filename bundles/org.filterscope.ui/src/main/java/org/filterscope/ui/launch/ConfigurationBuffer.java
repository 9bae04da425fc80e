package org.filterscope.ui.launch;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;

/** A file's text as editors have it, saved or not. Belongs to the UI thread. */
record ConfigurationBuffer(IFile file) {

    String read() throws CoreException {
        final ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
        manager.connect(file.getFullPath(), LocationKind.IFILE, null);
        try {
            return manager.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE).getDocument().get();
        } finally {
            manager.disconnect(file.getFullPath(), LocationKind.IFILE, null);
        }
    }

    /** Changes what differs, in editors too, and saves. */
    void write(final String text) throws CoreException {
        final ITextFileBufferManager manager = FileBuffers.getTextFileBufferManager();
        manager.connect(file.getFullPath(), LocationKind.IFILE, null);
        try {
            final ITextFileBuffer buffer = manager.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
            buffer.validateState(null, null);
            replace(buffer.getDocument(), text);
            buffer.commit(null, true);
        } finally {
            manager.disconnect(file.getFullPath(), LocationKind.IFILE, null);
        }
    }

    /** Only what differs, so that carets and marks in editors stay where they are. */
    private static void replace(final IDocument document, final String text) {
        final String before = document.get();
        final int most = Math.min(before.length(), text.length());
        int start = 0;
        while (start < most && before.charAt(start) == text.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start && before.charAt(before.length() - 1 - end) == text.charAt(text.length() - 1 - end)) {
            end++;
        }
        try {
            document.replace(start, before.length() - start - end, text.substring(start, text.length() - end));
        } catch (final BadLocationException e) {
            throw new IllegalStateException("A document has its own text", e);
        }
    }
}
