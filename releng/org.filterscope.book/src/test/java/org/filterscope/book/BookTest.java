package org.filterscope.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"#]+)(?:#([^\"]*))?\"");

    @TempDir
    Path folder;

    @Test
    void pagesReferToEachOtherAsTheSourcesDo() throws Exception {
        source("README.md", "# Top\n\n[one](docs/a.md) and [a part of it](docs/a.md#some-part)");
        source("docs/a.md", "# A <b\n\n## Some part\n\n"
                + "[back](../README.md), [deeper](methods/b.md), [here](#some-part), [web](https://example.org/a.md)");
        source("docs/methods/b.md", "# B\n\n| a | b |\n|---|---|\n| 1 | 2 |");
        write();
        assertThat(page("README.html")).contains("href=\"docs/a.html\"", "href=\"docs/a.html#some-part\"", "href=\"book.css\"");
        assertThat(page("docs/a.html")).contains("<title>A &lt;b</title>", "<h2 id=\"some-part\">", "href=\"../README.html\"",
                "href=\"methods/b.html\"", "href=\"#some-part\"", "href=\"https://example.org/a.md\"");
        assertThat(page("docs/methods/b.html")).contains("<td>1</td>", "href=\"../../book.css\"");
    }

    @Test
    void whatIsNotInTheBookLosesItsLinkAndKeepsItsWords() throws Exception {
        source("LICENSE", "free");
        source("docs/a.md", "# A\n\nUnder the [Eclipse *Public* License](../LICENSE).");
        write();
        assertThat(page("docs/a.html")).contains("Under the Eclipse <em>Public</em> License.");
    }

    @Test
    void picturesComeAlong() throws Exception {
        source("docs/images/x.png", "a picture");
        source("docs/methods/b.md", "# B\n\n![what it shows](../images/x.png)");
        write();
        assertThat(page("docs/images/x.png")).isEqualTo("a picture");
        assertThat(page("docs/methods/b.html")).contains("src=\"../images/x.png\"");
    }

    @Test
    void aLinkToNowhereIsRefused() throws Exception {
        source("docs/a.md", "# A\n\n[lost](gone.md)");
        assertThatThrownBy(this::write).isInstanceOf(BrokenBookException.class).hasMessageEndingWith("links to docs/gone.md, which does not exist");
        source("docs/a.md", "# A\n\n[lost](#gone)");
        assertThatThrownBy(this::write).hasMessageEndingWith("which has no such heading");
        source("docs/a.md", "# A\n\n![lost](gone.png)");
        assertThatThrownBy(this::write).hasMessageEndingWith("shows docs/gone.png, which does not exist");
    }

    @Test
    void pagesOfAnEarlierBookAreGone() throws Exception {
        source("docs/a.md", "# A");
        source("docs/b.md", "# B");
        write();
        Files.delete(folder.resolve("docs/b.md"));
        write();
        assertThat(folder.resolve("out/docs/a.html")).exists();
        assertThat(folder.resolve("out/docs/b.html")).doesNotExist();
    }

    @Test
    void everyReferenceInTheBookOfThisProjectLeadsSomewhere() throws Exception {
        final Path out = folder.resolve("out");
        Book.read(Path.of(System.getProperty("filterscope.root"))).write(out);
        final List<Path> pages;
        try (Stream<Path> files = Files.walk(out)) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertThat(pages).hasSizeGreaterThan(30);
        for (final Path page : pages) {
            for (final MatchResult reference : REFERENCE.matcher(Files.readString(page)).results().toList()) {
                if (!reference.group(1).contains("://")) {
                    assertThat(page.resolveSibling(reference.group(1))).as(page.toString()).exists();
                }
            }
        }
    }

    private void write() throws IOException, BrokenBookException {
        Book.read(folder).write(folder.resolve("out"));
    }

    private void source(final String name, final String content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), content);
    }

    private String page(final String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }
}
