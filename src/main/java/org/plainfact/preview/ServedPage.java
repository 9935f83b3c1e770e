package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** A page as the preview sends it: with the preview's script in its head, and room for that in its policy. Never stored. */
final class ServedPage {
    /** Of the folder that all addresses of the preview itself are in; no site has it. */
    static final String FOLDER = "_plainfact/";

    private ServedPage() {}

    /**
     * @param path of the page's file, by which its script asks for its state
     * @param sha256 of the page's file; empty where the page stands in for a file that is not there
     * @param origin of the preview, as this browser calls it
     * @param more HTML for the end of what the page says; may be empty
     */
    static byte[] of(byte[] page, String path, String sha256, String origin, String more) {
        // One character for each byte: what is not ours comes out as it went in, whatever its encoding.
        String html = new String(page, ISO_8859_1);
        Markup markup = Markup.of(html);
        String nonce = sha256.isEmpty() ? "plainfact" : sha256.substring(0, 32);
        StringBuilder out = new StringBuilder(html.length() + 512);
        int done = 0;
        for (Markup.Element policy : markup.policies()) {
            Policy stated = Policy.of(policy.content());
            Policy wider = stated.widened(origin + "/" + FOLDER, nonce);
            if (!wider.equals(stated)) {
                out.append(html, done, policy.from()).append(meta(wider));
                done = policy.to();
            }
        }
        out.append(html, done, markup.headEnd()).append(script(path, sha256, nonce));
        appendRest(out, html, markup.headEnd(), bytewise(more));
        return out.toString().getBytes(ISO_8859_1);
    }

    private static void appendRest(StringBuilder out, String html, int from, String more) {
        int end = List.of("</main>", "</body>", "</html>").stream()
                .mapToInt(html::lastIndexOf)
                .filter(at -> at >= from)
                .findFirst()
                .orElse(html.length());
        out.append(html, from, end).append(more).append(html, end, html.length());
    }

    private static String meta(Policy policy) {
        return "<meta http-equiv=\"Content-Security-Policy\" content=\"" + Html.escaped(policy.toString()) + "\">";
    }

    private static String script(String path, String sha256, String nonce) {
        return bytewise("<script src=\"/" + FOLDER + "preview.js\" data-path=\"" + Html.escaped(path)
                + "\" data-sha256=\"" + sha256 + "\" nonce=\"" + nonce + "\" defer></script>\n");
    }

    private static String bytewise(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
