package org.filterscope.examples.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ProjectFilesTest {
    @TempDir
    private Path folder;

    @Test
    void theProjectIsNamedAsItsFolderWhateverThatIs() throws Exception {
        new ProjectFiles(folder, "rivers & <roads> \"2\"").write();
        assertThat(xml(".project").getElementsByTagName("name").item(0).getTextContent()).isEqualTo("rivers & <roads> \"2\"");
        assertThat(Files.readString(folder.resolve("train.launch"))).contains("key=\"org.eclipse.jdt.launching.PROJECT_ATTR\"")
                .contains("value=\"rivers &amp; &lt;roads&gt; &quot;2&quot;\"").doesNotContain("@name@");
        assertThat(xml("train.launch").getDocumentElement().getTagName()).isEqualTo("launchConfiguration");
    }

    @Test
    void itHoldsWhatEclipseAndMavenLookFor() throws Exception {
        new ProjectFiles(folder, "river-or-road").write();
        assertThat(files()).contains(".project", ".classpath", ".settings/org.eclipse.jdt.core.prefs", "pom.xml", "README.md",
                "src/smallnets/Train.java");
        assertThat(xml("pom.xml").getElementsByTagName("sourceDirectory").item(0).getTextContent()).isEqualTo("src");
        assertThat(Files.readString(folder.resolve(".classpath"))).contains("kind=\"src\" path=\"src\"");
    }

    /** A type of the program that the sources use but the project lacks would be an error in the user's first minute. */
    @Test
    void theProgramIsWhole() throws Exception {
        new ProjectFiles(folder, "river-or-road").write();
        final List<Path> sources;
        try (Stream<Path> all = Files.list(folder.resolve("src/smallnets"))) {
            sources = all.toList();
        }
        for (final Path source : sources) {
            assertThat(Files.readString(source)).doesNotContain("AnimalNet");
        }
        assertThat(sources).hasSize(5);
    }

    private Document xml(final String file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(folder.resolve(file).toFile());
    }

    private List<String> files() throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/')).toList();
        }
    }
}
