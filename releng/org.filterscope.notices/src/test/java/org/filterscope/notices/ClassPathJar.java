package org.filterscope.notices;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * A jar that this module depends on; none is run.
 *
 * @param file in Maven's repository
 */
record ClassPathJar(Path file) {

    /** @return all of them, those that only test included */
    static List<ClassPathJar> all() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(entry -> entry.endsWith(".jar"))
                .map(entry -> new ClassPathJar(Path.of(entry))).toList();
    }

    /** @return {@code ARTIFACT-VERSION.jar} or {@code ARTIFACT-VERSION-CLASSIFIER.jar} */
    String fileName() {
        return file.getFileName().toString();
    }

    /** @return the artifact's name: Maven keeps a jar in {@code ARTIFACT/VERSION} */
    String artifact() {
        return file.getParent().getParent().getFileName().toString();
    }

    /** @return its symbolic name; empty where it is no bundle */
    Optional<String> bundle() {
        try (JarFile jar = new JarFile(file.toFile())) {
            return Optional.ofNullable(jar.getManifest()).map(manifest -> manifest.getMainAttributes().getValue("Bundle-SymbolicName"))
                    .map(name -> name.replaceAll(";.*", "").strip());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the names of its files */
    List<String> entries() {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.stream().map(entry -> entry.getName()).toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
