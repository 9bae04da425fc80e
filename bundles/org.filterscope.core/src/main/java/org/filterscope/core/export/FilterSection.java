package org.filterscope.core.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Score.Kind;

/** The filters of each layer: what they like best and what the analyses say of them, those that findings name first, dead ones last. */
record FilterSection(Report report, PictureBook pictures, TopPictures tops) {
    private static final int MOST = 64;
    private static final List<Score> TOLD = List.of(Score.HARM, Score.LABEL, Score.IOU, Score.CLASS, Score.CLASS_AUC, Score.CONTRIBUTES_TO,
            Score.CONTRIBUTION, Score.INSTABILITY, Score.PATTERNS);

    void write(final Markup html) throws InvalidReportException {
        html.open("section", "id", "filters", "aria-labelledby", "filters-title").element("h2", "Filters", "id", "filters-title");
        for (final String layer : report.manifest().layers()) {
            layer(html, layer);
        }
        html.close("section");
    }

    private void layer(final Markup html, final String layer) throws InvalidReportException {
        final List<FilterRow> filters = new ArrayList<>(report.filters(layer));
        filters.sort(Comparator.comparingDouble((FilterRow row) -> row.scores().number(Score.HARM).orElse(0)).reversed()
                .thenComparing(FilterRow::dead));
        final List<Score> scores = TOLD.stream().filter(score -> filters.stream().anyMatch(row -> row.scores().text(score).isPresent())).toList();
        html.open("details").element("summary", "%s: %d filters%s".formatted(layer, filters.size(), filters.size() > MOST
                ? ", of which %d are here".formatted(MOST) : ""));
        html.open("table").element("caption", "Filters of %s and the pictures with their highest peaks".formatted(layer));
        final List<String> columns = new ArrayList<>(List.of("Filter", "Pictures", "fires", "max"));
        scores.forEach(score -> columns.add(score.key()));
        SummarySection.header(html, columns.toArray(String[]::new));
        for (final FilterRow row : filters.subList(0, Math.min(MOST, filters.size()))) {
            html.open("tr").element("th", Integer.toString(row.channel()), "scope", "row").open("td").open("div", "class", "pictures");
            tops.of(layer, row.channel()).forEach(picture -> pictures.show(html, picture, "peak of filter " + row.channel(), ""));
            html.close("div").close("td").element("td", NumberText.percent(row.fires()), "class", "number").element("td", NumberText.of(row.max()),
                    "class", "number");
            scores.forEach(score -> html.element("td", text(row, score), "class", score.kind() == Kind.TEXT ? "" : "number"));
            html.close("tr");
        }
        html.close("tbody").close("table").close("details").newLine();
    }

    private static String text(final FilterRow row, final Score score) {
        if (score.kind() == Kind.TEXT) {
            return row.scores().text(score).orElse("");
        }
        return row.scores().number(score).isEmpty() ? "" : NumberText.of(row.scores().number(score).getAsDouble());
    }
}
