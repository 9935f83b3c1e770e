package org.plainfact.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.plainfact.page.Fault.Spot;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The W3C's checker of HTML: whether a page is what the standard calls HTML. Its errors are told and its warnings are not,
 * which speak of taste and, without the page's host, of its security policy.
 *
 * @see <a href="https://validator.github.io/validator/">Nu Html Checker</a>
 */
public final class Validator {
    static final String RULE = "invalid-html";

    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    /** The patterns of the schema are nested some thousand deep. */
    private static final long STACK_BYTES = 64L << 20;

    /** What {@link Structure} tells, in our words. */
    private static final List<String> OURS = List.of(
            "Duplicate ID ",
            "The first occurrence of ID ",
            "An “img” element must have an “alt” attribute",
            "The heading “h");

    private static final int LONGEST_EXTRACT = 80;

    /** The checker's time grows with the square of them, and whoever mends a page mends these first. */
    private static final int MOST_ERRORS = 1_000;

    private static final String PAGE = "https://page.invalid/";

    /** Of the whole process: to read the schema takes longer than to check a small site by it. */
    private static final Queue<Checker> IDLE = new ConcurrentLinkedQueue<>();

    /** What is wrong with a page, as {@code line:column message}; empty where it is valid. From any thread. */
    public List<String> errors(byte[] html) {
        return judge(html).stream()
                .map(fault -> fault.line() + ":" + fault.column() + " " + fault.problem())
                .toList();
    }

    /** As it stands in the standard, what {@link Structure} tells left out. */
    List<Fault> faults(byte[] html) {
        return judge(html).stream()
                .filter(fault -> OURS.stream().noneMatch(fault.problem()::startsWith))
                .toList();
    }

    private List<Fault> judge(byte[] html) {
        Checker checker = IDLE.poll();
        if (checker == null) {
            checker = inDeepStack();
        }
        List<Fault> faults = checker.judge(html);
        IDLE.add(checker);
        return faults;
    }

    private static Checker inDeepStack() {
        FutureTask<Checker> making = new FutureTask<>(Checker::new);
        Thread thread = new Thread(null, making, "plainfact-html", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return making.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("the HTML checker cannot be set up", e.getCause());
        }
    }

    /** For one thread at a time. */
    private static final class Checker implements ErrorHandler {
        private final SimpleDocumentValidator validator = new SimpleDocumentValidator();
        private final Map<String, SAXParseException> found = new LinkedHashMap<>();
        private int errors;

        Checker() throws Exception {
            validator.setUpMainSchema(SCHEMA, new SystemErrErrorHandler());
            validator.setUpValidatorAndParsers(this, true, false);
        }

        List<Fault> judge(byte[] html) {
            found.clear();
            errors = 0;
            List<String> lines =
                    new String(html, StandardCharsets.UTF_8).lines().toList();
            try {
                InputSource source = new InputSource(new ByteArrayInputStream(html));
                source.setEncoding("utf-8");
                // Of a page without a name it lists all places, to show its source, in time with the square of them.
                source.setSystemId(PAGE);
                validator.checkHtmlInputSource(source);
            } catch (SAXException e) {
                // What ends the reading has been told to the handler, or was told by it.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            List<Fault> faults = new ArrayList<>();
            found.forEach((message, at) -> faults.add(Fault.error(RULE, spot(at, lines), message, "")));
            return faults;
        }

        private static Spot spot(SAXParseException at, List<String> lines) {
            int line = Math.clamp(at.getLineNumber(), 1, Math.max(1, lines.size()));
            int column = Math.max(1, at.getColumnNumber());
            String text = line <= lines.size() ? lines.get(line - 1) : "";
            // The checker tells where an element's tag ends.
            int from = text.lastIndexOf('<', Math.min(column, text.length()) - 1);
            int start = Math.max(0, from);
            return new Spot(
                    line, start + 1, Structure.cut(text.substring(Math.min(start, text.length())), LONGEST_EXTRACT));
        }

        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            if (++errors > MOST_ERRORS) {
                found.put("More than " + MOST_ERRORS + " errors: what follows is not looked at", e);
                throw new SAXException("enough");
            }
            found.putIfAbsent(message(e), e);
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            error(e);
        }

        private static String message(SAXParseException e) {
            return String.valueOf(e.getMessage())
                    .strip()
                    .replaceAll("\\s+", " ")
                    .replaceAll("\\.$", "");
        }
    }
}
