package org.filterscope.ide;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.report.Report;

/** The model that a report is about: what it says of filters is of no use for another. */
record DiagnosedModel(Report report) {

    /** @throws InvalidInputException when the file holds another model by now, or cannot be read */
    void check(final Path model) throws InvalidInputException {
        if (!sha256(model).equals(report.manifest().model().sha256())) {
            throw new InvalidInputException(NLS.bind(Messages.DiagnosedModel_changed, model));
        }
    }

    private static String sha256(final Path file) throws InvalidInputException {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (final IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.DiagnosedModel_unreadable, file, e.getMessage()), e);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
