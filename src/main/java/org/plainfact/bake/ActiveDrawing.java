package org.plainfact.bake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/** Drawings that run code or load others where a reader opens them as a page of their own. As a picture in a page none does. */
final class ActiveDrawing {
    private static final Set<String> RUN =
            Set.of("script", "foreignobject", "handler", "listener", "iframe", "embed", "object");

    private static final Set<String> SCHEMES = Set.of("javascript:", "vbscript:", "data:text/");

    private ActiveDrawing() {}

    /** Tells each place of an SVG that runs; other files are not read. What follows a mistake of the XML is not shown by browsers either. */
    static void tell(SourceTree tree, Path file, Findings findings) {
        String name = tree.name(file);
        if (!Assets.suffix(name).equals("svg")) {
            return;
        }
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            read(factory().createXMLStreamReader(new InputStreamReader(in, charset(in))), name, findings);
        } catch (XMLStreamException e) {
            // Browsers stop here as well.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that are no text are read as signs that mean nothing: the reader of XML would print its own words about them. */
    private static Charset charset(BufferedInputStream in) throws IOException {
        in.mark(3);
        int first = in.read();
        int second = in.read();
        if (first != 0xEF || second != 0xBB || in.read() != 0xBF) {
            // No byte order mark of UTF-8, which would be a character to the reader.
            in.reset();
        }
        boolean wide = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static void read(XMLStreamReader xml, String name, Findings findings) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> element(xml, name, findings);
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    tell(xml, name, "text of its own, &" + xml.getLocalName() + ";,", findings);
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    if ("xml-stylesheet".equals(xml.getPITarget())) {
                        tell(xml, name, "<?xml-stylesheet?>", findings);
                    }
                }
                default -> {}
            }
        }
    }

    private static void element(XMLStreamReader xml, String name, Findings findings) {
        if (RUN.contains(xml.getLocalName().toLowerCase(Locale.ROOT))) {
            tell(xml, name, "<" + xml.getLocalName() + ">", findings);
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value =
                    xml.getAttributeValue(i).replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
            if (attribute.startsWith("on") || SCHEMES.stream().anyMatch(value::contains)) {
                tell(xml, name, xml.getAttributeLocalName(i) + " of <" + xml.getLocalName() + ">", findings);
            }
        }
    }

    private static void tell(XMLStreamReader xml, String name, String what, Findings findings) {
        findings.warning(
                "active-drawing",
                new SourceSpan(name, Math.max(1, xml.getLocation().getLineNumber()), 1),
                what + " runs where somebody opens this drawing",
                Optional.of("remove it, or say content.html=trusted where you trust all who bring drawings"));
    }
}
