package org.plainfact.memo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.plainfact.source.Digests;
import org.plainfact.source.Finding;

/**
 * Results in a file: its head names the program that made them, its end holds the SHA-256 of all before it. It is replaced
 * as a whole, so that a killed process leaves the old one.
 */
final class Store {
    private static final String FORM = "plainfact memory 2 ";
    private static final int DIGEST_BYTES = 32;
    private static final int BUFFER = 1 << 16;
    private static final int END = 0;
    private static final int MORE = 1;

    private final Path file;
    private final String program;

    /** @param program stands for every class that took part: what another one made is not used */
    Store(Path file, String program) {
        this.file = file;
        this.program = program;
    }

    /** Results of a drawer. */
    record Kept(Drawer drawer, List<Result> results) {}

    /** Why a file cannot be used, in words that follow its name. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String reason) {
            super(reason);
        }
    }

    /**
     * @param exact has the fingerprints of records that were taken already
     * @param goOn asked for each result; where it says no, the file stays as it was
     * @return whether the file was written
     */
    boolean save(List<Kept> all, Fingerprinter exact, BooleanSupplier goOn) throws IOException {
        Path fresh = Files.createTempFile(
                Files.createDirectories(file.toAbsolutePath().getParent()), "memory", ".new");
        try {
            MessageDigest digest = Digests.sha256();
            try (OutputStream plain = Files.newOutputStream(fresh);
                    OutputStream out = new BufferedOutputStream(plain, BUFFER)) {
                DigestOutputStream digested = new DigestOutputStream(out, digest);
                digested.write(head());
                take(all, exact, goOn);
                if (!write(all, new Encoded(digested, exact::known), goOn)) {
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

    private byte[] head() {
        return (FORM + program + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What was saved; nothing where there is no file. It is read twice, and never held: the first time to see that it is whole.
     *
     * @param taken told of fingerprints of records, with places, that were taken before
     * @throws Unusable where it is damaged, or another program's
     */
    List<Kept> load(BiConsumer<Record, Fingerprint> taken) throws IOException, Unusable {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        // Who replaces the file meanwhile does not touch the one that is open.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            check(Channels.newInputStream(channel), channel.size());
            channel.position(head().length);
            return read(new Decoded(new BufferedInputStream(Channels.newInputStream(channel), BUFFER), taken));
        }
    }

    private void check(InputStream in, long size) throws IOException, Unusable {
        byte[] head = head();
        byte[] start = in.readNBytes(head.length);
        long length = size - DIGEST_BYTES;
        if (length < head.length || !Arrays.equals(start, head)) {
            boolean ours = startsWith(start, FORM.getBytes(StandardCharsets.UTF_8));
            throw new Unusable(ours ? "is of another version of Plainfact" : "is no memory of Plainfact");
        }
        MessageDigest digest = Digests.sha256();
        digest.update(start);
        byte[] piece = new byte[BUFFER];
        for (long left = length - head.length; left > 0; ) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                throw new Unusable("is damaged");
            }
            digest.update(piece, 0, read);
            left -= read;
        }
        if (!MessageDigest.isEqual(digest.digest(), in.readNBytes(DIGEST_BYTES))) {
            throw new Unusable("is damaged");
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** What was told is written once, where the first result was told it, however many share it. */
    private static boolean write(List<Kept> all, Encoded out, BooleanSupplier goOn) throws IOException {
        Numbering numbers = new Numbering();
        out.number(all.size());
        for (Kept kept : all) {
            out.value(kept.drawer);
            for (Result result : kept.results) {
                if (!goOn.getAsBoolean()) {
                    return false;
                }
                out.number(MORE);
                out.text(result.name());
                write(result, numbers, out);
            }
            out.number(END);
        }
        out.flush();
        return true;
    }

    /** Takes what is not known yet of keys and answers, which is most of the work, on all cores. */
    private static void take(List<Kept> all, Fingerprinter exact, BooleanSupplier goOn) {
        for (Kept kept : all) {
            Crew.work(kept.results, result -> {
                if (!goOn.getAsBoolean()) {
                    return;
                }
                fingerprint(result.key());
                result.told().forEach(told -> told.answer().fingerprint());
                if (kept.drawer.places()) {
                    know(result.key(), exact);
                }
            });
        }
    }

    /** What was long there, and not looked into of late, is no longer known. */
    private static void know(Object key, Fingerprinter exact) {
        if (key instanceof List<?> parts) {
            parts.forEach(part -> know(part, exact));
        } else if (key instanceof Alike alike) {
            alike.held()
                    .filter(Record.class::isInstance)
                    .ifPresent(value -> exact.know((Record) value, alike.fingerprint()));
        }
    }

    private static void fingerprint(Object key) {
        switch (key) {
            case Alike alike -> alike.fingerprint();
            case List<?> parts -> parts.forEach(Store::fingerprint);
            default -> {}
        }
    }

    private static void write(Result result, Numbering numbers, Encoded out) throws IOException {
        out.value(result.key());
        out.value(result.findings());
        out.value(result.value());
        out.number(result.told().size());
        for (Told each : result.told()) {
            int known = numbers.of(each);
            out.number(known + 1);
            if (known < 0) {
                out.value(each.lookup());
                out.value(each.answer());
            }
        }
    }

    private static List<Kept> read(Decoded in) throws IOException {
        List<Told> told = new ArrayList<>();
        List<Kept> all = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            Drawer drawer = (Drawer) in.value();
            List<Result> results = new ArrayList<>();
            while (in.number() == MORE) {
                results.add(result(in, told));
            }
            all.add(new Kept(drawer, results));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // Findings were written.
    private static Result result(Decoded in, List<Told> told) throws IOException {
        String name = in.text();
        Object key = in.value();
        List<Finding> findings = (List<Finding>) in.value();
        Object value = in.value();
        Told[] read = new Told[in.number()];
        for (int i = 0; i < read.length; i++) {
            int known = in.number();
            if (known == 0) {
                told.add(new Told((Lookup<?>) in.value(), (Alike) in.value()));
            }
            read[i] = known == 0 ? told.getLast() : told.get(known - 1);
        }
        return new Result(name, key, List.of(read), findings, value);
    }
}
