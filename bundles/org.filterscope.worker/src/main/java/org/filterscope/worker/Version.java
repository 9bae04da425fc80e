package org.filterscope.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

import picocli.CommandLine.IVersionProvider;

/** The version of Filterscope, as the build wrote it. */
final class Version implements IVersionProvider {

    static String text() {
        final Properties properties = new Properties();
        try (InputStream stream = Version.class.getResourceAsStream("version.properties")) {
            properties.load(stream);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version").replace("-SNAPSHOT", "");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"filterscope " + text()};
    }
}
