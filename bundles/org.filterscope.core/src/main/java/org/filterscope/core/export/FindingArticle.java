package org.filterscope.core.export;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.finding.Effect;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.suppression.Suppression;

/** One finding with all that speaks for it. */
record FindingArticle(Markup html, PictureBook pictures, TopPictures tops) {
    private static final int MOST_FILTERS = 12;
    private static final int MOST_PICTURES = 24;

    void write(final Finding finding, final Optional<Suppression> suppression) {
        html.open("article", "id", "f" + finding.id(), "class", finding.severity().key());
        html.open("h3").element("span", finding.severity().key(), "class", "severity").text(" " + finding.text()).close("h3").newLine();
        html.element("p", "%s · harm %s · confidence %s · %s".formatted(finding.kind().title(), NumberText.of(finding.harm()),
                NumberText.of(finding.confidence()), finding.id()), "class", "about");
        suppression.ifPresent(this::suppression);
        numbers(finding.numbers());
        filters(finding.filters());
        exhibits(finding, Exhibit.Role.EVIDENCE, "Evidence");
        exhibits(finding, Exhibit.Role.COUNTEREXAMPLE, "Counterexamples");
        finding.effect().ifPresent(this::effect);
        fixes(finding.fixes());
        html.close("article");
    }

    private void suppression(final Suppression suppression) {
        html.element("p", "Suppressed%s%s: %s".formatted(suppression.who().isBlank() ? "" : " by " + suppression.who(),
                suppression.expires().map(day -> " until " + day).orElse(""), suppression.reason()), "class", "note");
    }

    private void numbers(final List<Measure> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        html.open("table").element("caption", "Numbers, with 95 % intervals where they are uncertain");
        SummarySection.header(html, "What", "Value", "");
        for (final Measure number : numbers) {
            html.open("tr").element("th", number.name(), "scope", "row").element("td", NumberText.of(number), "class", "number").open("td");
            if (Bars.isShare(number)) {
                Bars.draw(html, number.value(), number.interval());
            }
            html.close("td").close("tr");
        }
        html.close("tbody").close("table");
    }

    private void filters(final List<SuspectFilter> filters) {
        if (filters.isEmpty()) {
            return;
        }
        html.element("h4", filters.size() == 1 ? "Filter" : "Filters");
        final List<SuspectFilter> seen = filters.stream().filter(filter -> !tops.of(filter.layer(), filter.channel()).isEmpty()).toList();
        seen.stream().limit(MOST_FILTERS).forEach(this::filter);
        more(seen.size() - MOST_FILTERS, "filters");
        if (seen.size() < filters.size()) {
            html.element("p", "On no picture: " + String.join(", ",
                    filters.stream().filter(filter -> !seen.contains(filter)).map(FindingArticle::name).toList()));
        }
    }

    private void filter(final SuspectFilter filter) {
        html.open("div", "class", "filter").element("p", filter.share() > 0 ? "%s: %s of the harm".formatted(name(filter),
                NumberText.percent(filter.share())) : name(filter)).open("div", "class", "pictures");
        tops.of(filter.layer(), filter.channel()).forEach(picture -> pictures.show(html, picture, "among the highest peaks of " + name(filter), ""));
        html.close("div").close("div").newLine();
    }

    private static String name(final SuspectFilter filter) {
        return filter.layer() + "/" + filter.channel();
    }

    private void exhibits(final Finding finding, final Exhibit.Role role, final String title) {
        final List<Exhibit> exhibits = finding.pictures().stream().filter(exhibit -> exhibit.role() == role).toList();
        if (exhibits.isEmpty()) {
            return;
        }
        html.element("h4", title).open("div", "class", "pictures");
        exhibits.stream().limit(MOST_PICTURES).forEach(exhibit -> pictures.show(html, exhibit.picture(), role.key(), caption(exhibit)));
        html.close("div").newLine();
        more(exhibits.size() - MOST_PICTURES, "pictures");
    }

    private static String caption(final Exhibit exhibit) {
        if (exhibit.label().isEmpty() || exhibit.prediction().isEmpty()) {
            return exhibit.label() + exhibit.prediction();
        }
        return exhibit.label().equals(exhibit.prediction()) ? "✓ " + exhibit.label() : "%s, taken for %s".formatted(exhibit.label(),
                exhibit.prediction());
    }

    private void more(final int count, final String what) {
        if (count > 0) {
            html.element("p", "%d more %s in findings.json".formatted(count, what), "class", "about");
        }
    }

    private void effect(final Effect effect) {
        html.element("h4", "Effect").open("table").element("caption",
                "%s, tried on %d pictures that the finding was not made from: accuracy".formatted(effect.intervention(), effect.pictures()));
        SummarySection.header(html, "Class", "Pictures", "Before", "", "After", "");
        for (final Effect.ClassEffect change : effect.classes()) {
            html.open("tr").element("th", change.className(), "scope", "row").element("td", Integer.toString(change.pictures()), "class", "number");
            share(change.before());
            share(change.after());
            html.close("tr");
        }
        html.close("tbody").close("table");
    }

    private void share(final double share) {
        html.element("td", NumberText.percent(share), "class", "number").open("td");
        Bars.draw(html, Math.clamp(share, 0, 1), List.of());
        html.close("td");
    }

    private void fixes(final List<Fix> fixes) {
        if (!fixes.isEmpty()) {
            html.element("h4", "What to do").open("ul");
            fixes.forEach(fix -> html.element("li", fix.text()));
            html.close("ul");
        }
    }
}
