package org.plainfact.tex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The part of MathML Core that formulas are made of: it can do nothing. */
final class Core {
    private static final Set<String> ELEMENTS = Set.of(
            "math",
            "mrow",
            "mi",
            "mn",
            "mo",
            "mtext",
            "mspace",
            "mfrac",
            "msqrt",
            "mroot",
            "msub",
            "msup",
            "msubsup",
            "munder",
            "mover",
            "munderover",
            "mtable",
            "mtr",
            "mtd");
    private static final Set<String> ATTRIBUTES = Set.of(
            "display", "mathvariant", "stretchy", "fence", "separator", "width", "accent", "linethickness", "class");

    private Core() {}

    /** Those of it, by name. */
    static Set<String> elements(String mathml, String tex) throws Exception {
        Set<String> seen = new TreeSet<>();
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(mathml)));
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(ELEMENTS).as(tex).contains(element.getTagName());
            seen.add(element.getTagName());
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                assertThat(ATTRIBUTES)
                        .as(tex)
                        .contains(element.getAttributes().item(a).getNodeName());
            }
        }
        return seen;
    }
}
