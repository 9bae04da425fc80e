package org.filterscope.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.XmlText;
import org.filterscope.core.gate.Assessment;
import org.filterscope.core.report.HandmadeReport;
import org.filterscope.core.report.Scores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest extends ExportTest {

    private Document page(final Assessment assessment) throws Exception {
        final String text = Files.readString(written(assessment, ReportFormat.HTML));
        assertThat(text).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text.substring(text.indexOf('\n')))));
    }

    private static List<Element> all(final Document page, final String tag) {
        final NodeList nodes = page.getElementsByTagName(tag);
        final List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<Attr> attributes(final Document page) {
        final List<Attr> attributes = new ArrayList<>();
        for (final Element element : all(page, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                attributes.add((Attr) element.getAttributes().item(i));
            }
        }
        return attributes;
    }

    private static Element byId(final Document page, final String id) {
        return all(page, "*").stream().filter(element -> element.getAttribute("id").equals(id)).findFirst().orElseThrow();
    }

    @Test
    void itTellsGatesFindingsNumbersEffectsAndFixes() throws Exception {
        final Document page = page(assessment("river"));
        assertThat(byId(page, "summary").getTextContent()).contains("✗ 1 of 2 gates fails.")
                .contains("2 findings count: 1 of high, 0 of medium, 1 of low severity; 1 more are suppressed.").contains("87.5 % (7 of 8)");
        assertThat(byId(page, "gates").getTextContent()).contains("findings of high severity").contains("✗ fails").contains("✓ holds");
        final String finding = byId(page, "faaaaaaaaaaaa").getTextContent();
        assertThat(finding).contains("takes river for road").contains("0.4 (0.3 to 0.5)").contains("filter 0 of 'river' set to 0")
                .contains("50.0 %").contains("75.0 %").contains("Fit the last layer anew for river").contains("river, taken for road")
                .contains("✓ road");
    }

    @Test
    void suppressedFindingsStandApartWithTheirReason() throws Exception {
        final Document page = page(assessment("river"));
        assertThat(byId(page, "findings").getTextContent()).doesNotContain("finding bbbbbbbbbbbb");
        assertThat(byId(page, "suppressed").getTextContent()).contains("Suppressed by Ada until 2027-01-31: spare <b>parts</b>");
    }

    @Test
    void nothingFoundIsToldFromNotLookedFor() throws Exception {
        assertThat(byId(page(assessment("river")), "searches").getTextContent()).contains("Fixed placenone7")
                .contains("Context shortcutnot looked for0needs masks");
    }

    /** No scripts, nothing from elsewhere, and nothing that a name could make of the page. */
    @Test
    void whateverThingsAreCalledIsTextOnly() throws Exception {
        final Document page = page(assessment(HOSTILE));
        assertThat(all(page, "*")).extracting(Element::getTagName).isSubsetOf(
                "html", "head", "meta", "title", "style", "body", "header", "h1", "nav", "ul", "li", "a", "main", "section", "h2", "p", "dl",
                "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "article", "h3", "span", "h4", "div", "figure",
                "figcaption", "svg", "use", "rect", "defs", "image", "details", "summary");
        assertThat(attributes(page)).extracting(Attr::getName).doesNotContain("src", "style").noneMatch(name -> name.startsWith("on"));
        assertThat(attributes(page)).filteredOn(attribute -> attribute.getName().equals("href")).extracting(Attr::getValue)
                .allMatch(value -> value.matches("#[a-z0-9]+") || value.startsWith("data:image/png;base64,"));
        assertThat(byId(page, "faaaaaaaaaaaa").getTextContent())
                .contains(XmlText.clean("</script><script>alert('1')</script>\" onload=\"x ]]> &amp; [a]"));
        assertThat(all(page, "style").get(0).getTextContent()).doesNotContain("url(").doesNotContain("@import");
        assertThat(all(page, "meta")).extracting(meta -> meta.getAttribute("content")).contains(
                "default-src 'none'; img-src data:; style-src 'unsafe-inline'");
    }

    /** HTML closes no element that XML would write in short, and reads no escapes in a style. */
    @Test
    void aBrowserReadsThePageAsItIsWritten() throws Exception {
        final String text = Files.readString(written(assessment(HOSTILE), ReportFormat.HTML));
        assertThat(text.replaceAll("<meta [^>]*/>", "")).doesNotContain("/>");
        assertThat(text.substring(text.indexOf("<style>"), text.indexOf("</style>"))).doesNotContain("&");
    }

    @Test
    void aPictureIsInThePageOnceHoweverOftenItIsShown() throws Exception {
        final Document page = page(assessment("river/000.png"));
        final Element image = all(page, "image").stream().filter(each -> each.getAttribute("href").endsWith(
                Base64.getEncoder().encodeToString("river/000.png".getBytes(StandardCharsets.UTF_8)))).reduce((a, b) -> {
                    throw new AssertionError("twice");
                }).orElseThrow();
        assertThat(all(page, "use")).filteredOn(use -> use.getAttribute("href").equals("#" + image.getAttribute("id"))).hasSizeGreaterThan(1);
        assertThat(image.getAttribute("width")).isEqualTo("8");
    }

    @Test
    void everyPictureIsNamedForThoseWhoCannotSeeIt() throws Exception {
        final Document page = page(assessment("river/000.png"));
        assertThat(all(page, "svg")).filteredOn(svg -> svg.getAttribute("class").equals("picture")).isNotEmpty()
                .allMatch(svg -> svg.getAttribute("role").equals("img") && !svg.getAttribute("aria-label").isBlank());
        assertThat(all(page, "svg")).filteredOn(svg -> !svg.getAttribute("class").equals("picture"))
                .allMatch(svg -> svg.getAttribute("aria-hidden").equals("true"));
        assertThat(all(page, "table")).isNotEmpty().allMatch(table -> ((Element) table.getFirstChild()).getTagName().equals("caption"));
        assertThat(all(page, "th")).allMatch(cell -> List.of("row", "col").contains(cell.getAttribute("scope")));
        assertThat(attributes(page).stream().filter(attribute -> attribute.getName().equals("id")).map(Attr::getValue)).doesNotHaveDuplicates();
    }

    @Test
    void aPictureWithoutASmallCopyIsNamed() throws Exception {
        assertThat(byId(page(assessment("nowhere.png")), "faaaaaaaaaaaa").getTextContent()).contains("nowhere.png");
    }

    @Test
    void aReportByItselfHasAPageToo() throws Exception {
        final Document page = page(Assessment.of(assessment("river").report()));
        assertThat(all(page, "section")).extracting(section -> section.getAttribute("id")).contains("findings").doesNotContain("gates", "suppressed");
        assertThat(byId(page, "findings").getTextContent()).contains("finding bbbbbbbbbbbb");
    }

    @Test
    void aRunThatDidNotLookForFlawsSaysSo() throws Exception {
        final Document page = page(Assessment.of(new HandmadeReport().layer("concept", Scores.NONE).write(folder.resolve("bare"))));
        assertThat(byId(page, "summary").getTextContent()).contains("This run did not look for flaws.");
    }

    @Test
    void aDamagedSheetIsRefused() throws Exception {
        final Assessment assessment = assessment("river");
        assertThatThrownBy(() -> new ReportExport(assessment, row -> {
            throw new InvalidInputException("sheet-000.png: damaged");
        }).write(ReportFormat.HTML, folder.resolve("x.html"))).isInstanceOf(InvalidInputException.class).hasMessage("sheet-000.png: damaged");
    }
}
