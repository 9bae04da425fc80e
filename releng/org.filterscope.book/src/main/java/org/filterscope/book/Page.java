package org.filterscope.book;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.Code;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A page of Markdown.
 *
 * @param path     of its file, relative to the sources' folder
 * @param document its content; links are rewritten in it
 */
record Page(Path path, Node document) {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Pattern ID = Pattern.compile("<h\\d id=\"([^\"]*)\"");

    static Page parse(final Path path, final String markdown) {
        return new Page(path, Parser.builder().extensions(EXTENSIONS).build().parse(markdown));
    }

    /** Where its page lies in the book, relative to the book's folder. */
    Path place() {
        final String name = path.getFileName().toString();
        return path.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".html");
    }

    /** What its first heading says. */
    String title() {
        final StringBuilder words = new StringBuilder();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(final Heading heading) {
                if (words.isEmpty()) {
                    heading.accept(new AbstractVisitor() {
                        @Override
                        public void visit(final Text text) {
                            words.append(text.getLiteral());
                        }

                        @Override
                        public void visit(final Code code) {
                            words.append(code.getLiteral());
                        }
                    });
                }
            }
        });
        return words.toString();
    }

    /** Names of the places within it that links can lead to. */
    Set<String> anchors() {
        final Set<String> found = new HashSet<>();
        final Matcher ids = ID.matcher(body());
        while (ids.find()) {
            found.add(ids.group(1));
        }
        return found;
    }

    /** @param style the style sheet, relative to the book's folder */
    String html(final Path style) {
        final Path folder = place().getParent();
        final Path sheet = folder == null ? style : folder.relativize(style);
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="UTF-8">
                <title>%s</title>
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(escape(title()), Links.text(sheet), body());
    }

    private String body() {
        return HtmlRenderer.builder().extensions(EXTENSIONS).build().render(document);
    }

    private static String escape(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
