package org.filterscope.ui.configuration;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.filterscope.core.configuration.InvalidConfigurationException.UnknownKey;
import org.filterscope.ui.configuration.SourceToken.Kind;

/** Quick fixes in the Problems view for keys that no configuration has: those that may be meant. */
public final class KeyResolutions implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(final IMarker marker) {
        return !ConfigurationMarkersJob.unknown(marker).accepted().isEmpty();
    }

    @Override
    public IMarkerResolution[] getResolutions(final IMarker marker) {
        final UnknownKey unknown = ConfigurationMarkersJob.unknown(marker);
        return unknown.accepted().stream().map(key -> new Change(unknown.key(), key)).toArray(IMarkerResolution[]::new);
    }

    private record Change(String written, String meant) implements IMarkerResolution2 {

        @Override
        public String getLabel() {
            return NLS.bind(Messages.KeyCorrection_change, meant);
        }

        @Override
        public String getDescription() {
            return NLS.bind(Messages.KeyResolutions_description, written, meant);
        }

        @Override
        public Image getImage() {
            return null;
        }

        /** In the editor when it is open, and saved unless something else there is not. */
        @Override
        public void run(final IMarker marker) {
            final ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
            final IPath path = marker.getResource().getFullPath();
            try {
                buffers.connect(path, LocationKind.IFILE, null);
                try {
                    final ITextFileBuffer buffer = buffers.getTextFileBuffer(path, LocationKind.IFILE);
                    final boolean saved = !buffer.isDirty();
                    if (!change(buffer.getDocument(), marker.getAttribute(IMarker.LINE_NUMBER, 1))) {
                        // The text is another one by now; saving it checks it anew.
                        return;
                    }
                    if (saved) {
                        buffer.commit(null, true);
                    }
                } finally {
                    buffers.disconnect(path, LocationKind.IFILE, null);
                }
                marker.delete();
            } catch (final CoreException e) {
                ILog.of(KeyResolutions.class).log(e.getStatus());
            } catch (final BadLocationException e) {
                ILog.of(KeyResolutions.class).error(e.getMessage(), e);
            }
        }

        /** @return whether the key was there */
        private boolean change(final IDocument document, final int line) throws BadLocationException {
            for (final SourceToken token : SourceScanner.tokens(document.get())) {
                if (token.is(Kind.KEY) && token.text().equals(written) && document.getLineOfOffset(token.offset()) == line - 1) {
                    document.replace(token.offset(), token.length(), meant);
                    return true;
                }
            }
            return false;
        }
    }
}
