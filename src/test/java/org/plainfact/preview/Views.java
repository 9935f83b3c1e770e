package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;

/** Views made by hand. */
final class Views {
    static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

    private Views() {}

    static View of(Map<String, String> site) {
        return new View("", files(site), List.of(), List.of(), address -> List.of());
    }

    static View at(String basePath, Map<String, String> site) {
        return new View(basePath, files(site), List.of(), List.of(), address -> List.of());
    }

    static View with(View view, Report... reports) {
        return new View(view.basePath(), view.site(), List.of(reports), view.unpublished(), view.explain());
    }

    static Files files(Map<String, String> site) {
        Map<String, File> files = new TreeMap<>();
        site.forEach((path, text) -> files.put(path, file(path, text.getBytes(UTF_8))));
        return new Files() {
            @Override
            public Optional<File> find(String path) {
                return Optional.ofNullable(files.get(path));
            }

            @Override
            public Collection<String> paths() {
                return files.keySet();
            }
        };
    }

    static File file(String path, byte[] bytes) {
        return new File(path, sha256(bytes), bytes.length, () -> bytes);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String page(String title, String main) {
        return page(title, "", main);
    }

    static String page(String title, String head, String main) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                %s</head>
                <body>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(POLICY, title, head, main);
    }

    static Report error() {
        Finding finding = new Finding(
                Severity.ERROR,
                "unknown-name",
                new SourceSpan("data/formulas.json", 12, 20),
                "there is no input \"enregy\"",
                Optional.of("did you mean \"energy\"?"));
        return new Report(
                finding,
                List.of(
                        new Line(11, "    \"unit\": \"MJ\","),
                        new Line(12, "    \"expression\": \"enregy * mass\","),
                        new Line(13, "    \"title\": \"Energy to boil <b>water</b>\"")));
    }

    static Report warning() {
        Finding finding = new Finding(
                Severity.WARNING,
                "long-title",
                new SourceSpan("content/articles/x.md", 2, 8),
                "the title has 84 characters; search engines show about 60",
                Optional.empty());
        return new Report(finding, List.of(new Line(2, "title: A title that goes on and on")));
    }
}
