package org.filterscope.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Poms know nothing of native code inside jars: the page names it by hand, and the jars must hold that and no more. */
final class NativeLibrariesTest {
    private static final Pattern NATIVE = Pattern.compile(".*/(?:lib)?([^/]+?)(?:[.-]\\d+)*\\.(?:so|dll|dylib)(?:\\.\\d+)*");
    /** In JavaCPP's jar, out of which the fragment for Windows takes it; a test of the update site sees to that. */
    private static final Pattern LEFT_OUT = Pattern.compile("javacpp:(api-ms-win-.*|(concrt|msvcp|vcomp|vcruntime)140(_1)?|ucrtbase)");
    private static final ThirdPartyPage PAGE = new ThirdPartyPage();

    @Test
    void everyLibraryInTheJarsIsNamed() {
        assertThat(found()).isNotEmpty().allSatisfy(library -> assertThat(PAGE.libraries()).as("docs/third-party.md names " + library)
                .anyMatch(named -> matches(named, library)));
    }

    @Test
    void everyLibraryThatIsNamedIsInTheJars() {
        final Set<String> found = found();
        assertThat(PAGE.libraries()).isNotEmpty().allSatisfy(named -> assertThat(found).as(named + " of docs/third-party.md")
                .anyMatch(library -> matches(named, library)));
    }

    private static Set<String> found() {
        return shipped().stream().flatMap(jar -> libraries(jar).stream().map(library -> jar.artifact() + ":" + library))
                .filter(library -> !LEFT_OUT.matcher(library).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<ClassPathJar> shipped() {
        final Set<String> named = PAGE.jars();
        return ClassPathJar.all().stream().filter(jar -> named.stream().anyMatch(entry -> entry.startsWith(jar.artifact() + ":"))).toList();
    }

    private static Set<String> libraries(final ClassPathJar jar) {
        return jar.entries().stream().filter(entry -> !entry.contains(".dSYM/")).map(NATIVE::matcher).filter(name -> name.matches())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean matches(final String named, final String library) {
        return library.matches(Pattern.quote(named).replace("*", "\\E.*\\Q"));
    }
}
