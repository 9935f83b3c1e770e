package org.plainfact.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A project in memory, for tests that read very many. */
public final class MemoryProject implements AutoCloseable {
    private static final String FILE = "==> ";

    private final FileSystem memory = Jimfs.newFileSystem(Configuration.unix());
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Findings findings = new Findings();

    /** Another file. */
    public MemoryProject with(String name, byte[] bytes) {
        try {
            Path file = root().resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.put(name, bytes);
        return this;
    }

    /**
     * Several files from one text: each begins below a line {@code ==> name}. What stands before the first such line, and
     * below one with another name than these, is part of the file above; the first is the file that has no such line.
     *
     * @param names the files that there may be, the first one first
     */
    public MemoryProject withAll(byte[] bytes, List<String> names) {
        String text = new String(bytes, UTF_8);
        String name = names.getFirst();
        StringBuilder content = new StringBuilder();
        for (String line : text.splitWithDelimiters("\n", -1)) {
            if (line.startsWith(FILE) && names.contains(line.substring(FILE.length()))) {
                with(name, content.toString().getBytes(UTF_8));
                name = line.substring(FILE.length());
                content.setLength(0);
            } else {
                content.append(line);
            }
        }
        return with(name, content.toString().getBytes(UTF_8));
    }

    public Path root() {
        return memory.getPath("/project");
    }

    public SourceTree tree() {
        return new SourceTree(root(), findings);
    }

    /** What reading is to tell. */
    public Findings findings() {
        return findings;
    }

    /** Each finding stands at a character of its file, or behind the last. */
    public void checkPlaces() {
        for (Finding finding : findings.sorted()) {
            SourceSpan span = finding.span();
            byte[] bytes = files.get(span.path());
            assertThat(bytes).as("the file of " + finding).isNotNull();
            if (bytes != null && !finding.rule().equals("not-utf-8")) {
                SourceFile file = new SourceFile(span.path(), text(bytes));
                int offset = file.offsetOfLine(span.line()) + span.column() - 1;
                assertThat(file.at(offset)).as(finding.toString()).isEqualTo(span);
            }
        }
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public void close() {
        try {
            memory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
