package org.plainfact.impact;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plainfact.source.Finding;
import org.plainfact.source.SourceSpan;

/**
 * A site as one set of data makes it.
 *
 * @param files by path relative to the output; empty where the site could not be made
 * @param texts what pages were made of, by the path of the page
 * @param posts what is to be read in the posts of an article, by article and platform
 * @param findings of the build
 */
public record Edition(
        SortedMap<String, Leaf> files,
        Map<String, Text> texts,
        SortedMap<String, SortedMap<String, List<Reading>>> posts,
        List<Finding> findings) {
    public Edition {
        files = new TreeMap<>(files);
        texts = Map.copyOf(texts);
        posts = new TreeMap<>(posts);
        findings = List.copyOf(findings);
    }

    /**
     * A file.
     *
     * @param sha256 equal for equal files
     */
    public record Leaf(String sha256, Content content) {
        /** Makes the bytes. */
        public interface Content {
            byte[] bytes() throws IOException;
        }
    }

    /**
     * A text that a page was made of.
     *
     * @param description where its description is written
     * @param calls where figures and tables are called in it, in its order
     */
    public record Text(SourceSpan description, List<Call> calls) {
        public Text {
            calls = List.copyOf(calls);
        }
    }

    /**
     * @param link where what it inserts leads to, or the id that it has on the page behind {@code #}
     */
    public record Call(String link, SourceSpan span) {}
}
