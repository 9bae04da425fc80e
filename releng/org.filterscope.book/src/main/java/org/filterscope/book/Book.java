package org.filterscope.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * README.md, CONTRIBUTING.md and everything below docs as pages of HTML that refer to each other as the sources do. A link to a file that is
 * no page, the licence for example, loses its link and keeps its words: such files are not in the book.
 */
final class Book {
    private static final String MARKDOWN = ".md";
    private static final Path STYLE = Path.of("book.css");

    private final Path root;
    private final Map<Path, Page> pages = new TreeMap<>();

    private Book(final Path root) {
        this.root = root;
    }

    /**
     * @param root the sources' folder
     * @throws BrokenBookException when a page refers to a file, a picture or a heading that is not there
     */
    static Book read(final Path root) throws IOException, BrokenBookException {
        final Book book = new Book(root);
        for (final Path file : sources(root)) {
            book.pages.put(root.relativize(file), Page.parse(root.relativize(file), Files.readString(file)));
        }
        for (final Page page : book.pages.values()) {
            book.check(page);
        }
        book.pages.values().forEach(book::rewrite);
        return book;
    }

    private static List<Path> sources(final Path root) throws IOException {
        final List<Path> found = new ArrayList<>();
        Stream.of("README.md", "CONTRIBUTING.md").map(root::resolve).filter(Files::isRegularFile).forEach(found::add);
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(MARKDOWN)).sorted().forEach(found::add);
        }
        return found;
    }

    /** Writes pages, their pictures and the style sheet; pages that an earlier book had are removed. */
    void write(final Path out) throws IOException {
        removePages(out);
        for (final Page page : pages.values()) {
            final Path file = out.resolve(page.place());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.html(STYLE));
            for (final Links.Picture picture : new Links(page).pictures()) {
                final Path copy = out.resolve(picture.file());
                Files.createDirectories(copy.getParent());
                Files.copy(root.resolve(picture.file()), copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(Book.class.getResourceAsStream(STYLE.toString()), out.resolve(STYLE), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void removePages(final Path out) throws IOException {
        if (Files.isDirectory(out)) {
            try (Stream<Path> before = Files.walk(out)) {
                for (final Path file : before.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void check(final Page page) throws BrokenBookException {
        final Links links = new Links(page);
        for (final Links.FileLink link : links.files()) {
            if (!Files.exists(root.resolve(link.file()))) {
                throw new BrokenBookException("%s: links to %s, which does not exist".formatted(page.path(), link.file()));
            }
            if (pages.containsKey(link.file()) && !link.anchor().isEmpty() && !pages.get(link.file()).anchors().contains(link.anchor())) {
                throw new BrokenBookException("%s: links to #%s in %s, which has no such heading".formatted(page.path(), link.anchor(), link.file()));
            }
        }
        for (final Links.Picture picture : links.pictures()) {
            if (!Files.isRegularFile(root.resolve(picture.file()))) {
                throw new BrokenBookException("%s: shows %s, which does not exist".formatted(page.path(), picture.file()));
            }
        }
    }

    private void rewrite(final Page page) {
        for (final Links.FileLink link : new Links(page).files()) {
            final Page target = pages.get(link.file());
            if (target == null) {
                dissolve(link.node());
            } else if (!target.equals(page) || link.anchor().isEmpty()) {
                link.node().setDestination(destination(page, target) + (link.anchor().isEmpty() ? "" : "#" + link.anchor()));
            }
        }
    }

    private static String destination(final Page from, final Page to) {
        final Path folder = from.place().getParent();
        return Links.text(folder == null ? to.place() : folder.relativize(to.place()));
    }

    private static void dissolve(final Link link) {
        for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            link.insertBefore(child);
        }
        link.unlink();
    }
}
