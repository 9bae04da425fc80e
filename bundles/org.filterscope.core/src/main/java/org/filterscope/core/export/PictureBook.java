package org.filterscope.core.export;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.export.Crops.Crop;
import org.filterscope.core.report.ThumbnailRow;

/**
 * The pictures of a page: each is in the page once, however often it is shown, and there are no more than a page can carry. The page shows first and
 * defines at its end. For one thread.
 */
final class PictureBook {
    /** Of three to five kilobytes each, and a third more in a page. */
    private static final int MOST = 600;

    private final Map<String, ThumbnailRow> thumbnails = new HashMap<>();
    private final Map<String, Integer> shown = new LinkedHashMap<>();
    private final Crops crops;

    PictureBook(final List<ThumbnailRow> thumbnails, final Crops crops) {
        thumbnails.forEach(row -> this.thumbnails.put(row.picture(), row));
        this.crops = crops;
    }

    /**
     * Shows a picture, or tells its name where the report has no small copy of it, or the page has enough.
     *
     * @param role    what it is shown for, for those who cannot see it: {@code evidence}
     * @param caption below it; may be empty
     */
    void show(final Markup html, final String picture, final String role, final String caption) {
        html.open("figure");
        final ThumbnailRow row = thumbnails.get(picture);
        if (row == null || !shown.containsKey(picture) && shown.size() == MOST) {
            html.element("span", picture, "class", "absent");
        } else {
            final int number = shown.computeIfAbsent(picture, key -> shown.size());
            html.open("svg", "class", "picture", "role", "img", "aria-label", "%s: %s".formatted(role, picture), "viewBox",
                    "0 0 %d %d".formatted(row.place().cols(), row.place().rows()));
            html.element("title", picture).open("use", "href", "#p" + number).close("use").close("svg");
        }
        if (!caption.isEmpty()) {
            html.element("figcaption", caption);
        }
        html.close("figure");
    }

    /** Puts all pictures that were shown into the page. */
    void define(final Markup html) throws InvalidInputException {
        html.open("svg", "class", "definitions", "aria-hidden", "true", "width", "0", "height", "0").open("defs").newLine();
        // Sheet by sheet, so that each is decoded once.
        final List<String> pictures = new ArrayList<>(shown.keySet());
        pictures.sort(Comparator.comparing(picture -> thumbnails.get(picture).sheet()));
        for (final String picture : pictures) {
            final ThumbnailRow row = thumbnails.get(picture);
            final Crop crop = crops.of(row);
            final String data = "data:%s;base64,%s".formatted(crop.type(), Base64.getEncoder().encodeToString(crop.bytes()));
            html.open("image", "id", "p" + shown.get(picture), "width", Integer.toString(row.place().cols()), "height",
                    Integer.toString(row.place().rows()), "href", data).close("image");
        }
        html.close("defs").close("svg");
    }
}
