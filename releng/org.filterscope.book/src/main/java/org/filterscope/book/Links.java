package org.filterscope.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/** The links and pictures of a page that lead to files; those into the web stay as they are. */
final class Links {

    /**
     * A link to a file.
     *
     * @param file   relative to the sources' folder
     * @param anchor a place within the file; empty for its beginning
     * @param node   the link
     */
    record FileLink(Path file, String anchor, Link node) {
    }

    /**
     * A picture.
     *
     * @param file relative to the sources' folder
     */
    record Picture(Path file) {
    }

    private final List<FileLink> files = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();

    Links(final Page page) {
        page.document().accept(new AbstractVisitor() {
            @Override
            public void visit(final Link link) {
                if (!isOnTheWeb(link.getDestination())) {
                    final String[] parts = link.getDestination().split("#", 2);
                    files.add(new FileLink(parts[0].isEmpty() ? page.path() : resolve(page, parts[0]), parts.length == 1 ? "" : parts[1], link));
                }
                visitChildren(link);
            }

            @Override
            public void visit(final Image image) {
                if (!isOnTheWeb(image.getDestination())) {
                    pictures.add(new Picture(resolve(page, image.getDestination())));
                }
            }
        });
    }

    List<FileLink> files() {
        return files;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /** As links have it, on every system. */
    static String text(final Path path) {
        return path.toString().replace('\\', '/');
    }

    private static Path resolve(final Page page, final String destination) {
        return page.path().resolveSibling(destination).normalize();
    }

    private static boolean isOnTheWeb(final String destination) {
        return destination.contains("://") || destination.startsWith("mailto:");
    }
}
