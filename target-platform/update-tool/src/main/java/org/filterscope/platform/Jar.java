package org.filterscope.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Comparator;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * What a jar says about itself.
 *
 * @param built    the day it was built
 * @param isBundle whether OSGi takes it as it is
 */
record Jar(LocalDate built, boolean isBundle) {
    private static final Pattern DAY_IN_QUALIFIER = Pattern.compile("20\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE.withResolverStyle(ResolverStyle.LENIENT);

    static Jar read(final Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            final Manifest manifest = jar.getManifest();
            final String version = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-Version");
            final String name = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
            final Matcher day = DAY_IN_QUALIFIER.matcher(version == null ? "" : version);
            return new Jar(day.find() ? LocalDate.parse(day.group(), DAY) : youngestEntry(jar), name != null);
        } catch (final IOException e) {
            throw new Complaint(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A jar is no older than its youngest entry. Reproducible builds stamp every entry with one old day and so always pass. */
    private static LocalDate youngestEntry(final JarFile jar) {
        return jar.stream().map(ZipEntry::getTimeLocal).max(Comparator.naturalOrder()).orElseThrow().toLocalDate();
    }
}
