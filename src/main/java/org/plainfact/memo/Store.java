package org.plainfact.memo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.plainfact.source.Digests;
import org.plainfact.source.Finding;

/**
 * Results in a file: its head names the program that made them, its end holds the SHA-256 of all before it. It is replaced
 * as a whole, so that a killed process leaves the old one.
 */
final class Store {
    private static final String FORM = "plainfact memory 1 ";
    private static final int DIGEST_BYTES = 32;

    private final Path file;
    private final String program;

    /** @param program stands for every class that took part: what another one made is not used */
    Store(Path file, String program) {
        this.file = file;
        this.program = program;
    }

    /** Results of a drawer by name. */
    record Kept(Drawer drawer, Map<String, Result> results) {}

    /** Why a file cannot be used, in words that follow its name. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String reason) {
            super(reason);
        }
    }

    /**
     * @param goOn asked for each result; where it says no, the file stays as it was
     * @return whether the file was written
     */
    boolean save(List<Kept> all, BooleanSupplier goOn) throws IOException {
        Path fresh = Files.createTempFile(
                Files.createDirectories(file.toAbsolutePath().getParent()), "memory", ".new");
        try {
            MessageDigest digest = Digests.sha256();
            try (OutputStream plain = Files.newOutputStream(fresh);
                    OutputStream out = new BufferedOutputStream(plain, 1 << 16)) {
                DigestOutputStream digested = new DigestOutputStream(out, digest);
                digested.write((FORM + program + "\n").getBytes(StandardCharsets.UTF_8));
                if (!write(all, new Encoded(digested, taken(all, goOn)), goOn)) {
                    return false;
                }
                out.write(digest.digest());
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * What was saved; nothing where there is no file.
     *
     * @param taken told of fingerprints of records, with places, that were taken before
     * @throws Unusable where it is damaged, or another program's
     */
    List<Kept> load(BiConsumer<Record, Fingerprint> taken) throws IOException, Unusable {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(file);
        byte[] head = (FORM + program + "\n").getBytes(StandardCharsets.UTF_8);
        int length = bytes.length - DIGEST_BYTES;
        if (length < head.length || !startsWith(bytes, head)) {
            boolean ours = startsWith(bytes, FORM.getBytes(StandardCharsets.UTF_8));
            throw new Unusable(ours ? "is of another version of Plainfact" : "is no memory of Plainfact");
        }
        MessageDigest digest = Digests.sha256();
        digest.update(bytes, 0, length);
        if (!MessageDigest.isEqual(digest.digest(), java.util.Arrays.copyOfRange(bytes, length, bytes.length))) {
            throw new Unusable("is damaged");
        }
        InputStream in =
                new BufferedInputStream(new ByteArrayInputStream(bytes, head.length, length - head.length), 1 << 16);
        return read(new Decoded(in, taken));
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** What was told is written once, however many results share it. */
    private static boolean write(List<Kept> all, Encoded out, BooleanSupplier goOn) throws IOException {
        Map<Told, Integer> numbers = new IdentityHashMap<>();
        List<Told> told = new ArrayList<>();
        for (Kept kept : all) {
            for (Result result : kept.results.values()) {
                for (Told each : result.told()) {
                    if (numbers.putIfAbsent(each, told.size()) == null) {
                        told.add(each);
                    }
                }
            }
        }
        out.number(told.size());
        for (Told each : told) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            out.value(each.lookup());
            out.value(each.answer());
        }
        out.number(all.size());
        for (Kept kept : all) {
            out.value(kept.drawer);
            List<Map.Entry<String, Result>> results = List.copyOf(kept.results.entrySet());
            out.number(results.size());
            for (Map.Entry<String, Result> entry : results) {
                if (!goOn.getAsBoolean()) {
                    return false;
                }
                out.text(entry.getKey());
                write(entry.getValue(), numbers, out);
            }
        }
        out.flush();
        return true;
    }

    /**
     * Takes what is not known yet of keys and answers, which is most of the work, on all cores.
     *
     * @return fingerprints with places of what keys hold, by identity
     */
    private static Map<Object, Fingerprint> taken(List<Kept> all, BooleanSupplier goOn) {
        all.stream().flatMap(kept -> kept.results.values().stream()).toList().parallelStream()
                .filter(result -> goOn.getAsBoolean())
                .forEach(result -> {
                    fingerprint(result.key());
                    result.told().forEach(told -> told.answer().fingerprint());
                });
        Map<Object, Fingerprint> taken = new IdentityHashMap<>();
        if (goOn.getAsBoolean()) {
            all.stream()
                    .filter(kept -> kept.drawer.places())
                    .flatMap(kept -> kept.results.values().stream())
                    .flatMap(result -> result.key() instanceof List<?> parts ? parts.stream() : Stream.empty())
                    .filter(Alike.class::isInstance)
                    .map(Alike.class::cast)
                    .forEach(part -> part.held().ifPresent(value -> taken.put(value, part.fingerprint())));
        }
        return taken;
    }

    private static void fingerprint(Object key) {
        switch (key) {
            case Alike alike -> alike.fingerprint();
            case List<?> parts -> parts.forEach(Store::fingerprint);
            default -> {}
        }
    }

    private static void write(Result result, Map<Told, Integer> numbers, Encoded out) throws IOException {
        out.value(result.key());
        out.value(result.findings());
        out.value(result.value());
        out.number(result.told().size());
        for (Told each : result.told()) {
            out.number(Optional.ofNullable(numbers.get(each)).orElseThrow());
        }
    }

    private static List<Kept> read(Decoded in) throws IOException {
        List<Told> told = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            told.add(new Told((Lookup<?>) in.value(), (Alike) in.value()));
        }
        List<Kept> all = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            Drawer drawer = (Drawer) in.value();
            Map<String, Result> results = new java.util.HashMap<>();
            for (int more = in.number(); more > 0; more--) {
                results.put(in.text(), result(in, told));
            }
            all.add(new Kept(drawer, results));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // Findings were written.
    private static Result result(Decoded in, List<Told> told) throws IOException {
        Object key = in.value();
        List<Finding> findings = (List<Finding>) in.value();
        Object value = in.value();
        List<Told> read = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            read.add(told.get(in.number()));
        }
        return new Result(key, List.copyOf(read), findings, value);
    }
}
