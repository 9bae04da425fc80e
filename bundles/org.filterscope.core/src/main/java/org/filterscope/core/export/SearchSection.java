package org.filterscope.core.export;

import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Search;

/** What was looked for: without it, no finding could mean either. */
record SearchSection(Findings findings) {

    void write(final Markup html) {
        html.open("section", "id", "searches", "aria-labelledby", "searches-title").element("h2", "Looked for", "id", "searches-title");
        html.open("table").element("caption", "Kinds of flaws, whether they were looked for, and how many were found");
        SummarySection.header(html, "Kind", "Found", "Tested", "What was looked at, or what is missing");
        for (final Search search : findings.searches()) {
            final long found = findings.findings().stream().filter(finding -> finding.kind() == search.kind()).count();
            html.open("tr").element("th", search.kind().title(), "scope", "row")
                    .element("td", search.tested() == 0 ? "not looked for" : found == 0 ? "none" : Long.toString(found), "class", "number")
                    .element("td", Long.toString(search.tested()), "class", "number").element("td", search.note()).close("tr");
        }
        html.close("tbody").close("table").close("section");
    }
}
