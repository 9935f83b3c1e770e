package org.plainfact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plainfact.bake.LastSite;
import org.plainfact.source.Digests;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;
import org.plainfact.source.Snapshot;
import org.plainfact.source.SourceSpan;

/**
 * What a run left that had no error to tell. While the files that it read and those that it left are as they were, the same
 * run has nothing to do.
 *
 * @param run the command and all that it was given
 * @param state of the output, by {@link LastSite#state}
 * @param counts what the run told of itself
 * @param findings what it told of the project, which is told again
 */
record Standing(String run, Path output, String state, List<Integer> counts, List<Finding> findings, Snapshot inputs) {
    private static final int DIGEST_BYTES = 32;

    boolean holds() {
        return LastSite.state(output).equals(Optional.of(state)) && inputs.holds();
    }

    /** Replaces the file as a whole. */
    void save(Path file, String program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(program);
        out.writeUTF(run);
        out.writeUTF(output.toString());
        out.writeUTF(state);
        out.writeInt(counts.size());
        for (int count : counts) {
            out.writeInt(count);
        }
        out.writeInt(findings.size());
        for (Finding finding : findings) {
            write(finding, out);
        }
        inputs.write(out);
        out.write(Digests.sha256().digest(bytes.toByteArray()));
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "standing", ".new");
        try {
            Files.write(fresh, bytes.toByteArray());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void write(Finding finding, DataOutputStream out) throws IOException {
        out.writeUTF(finding.severity().name());
        out.writeUTF(finding.rule());
        out.writeUTF(finding.span().path());
        out.writeInt(finding.span().line());
        out.writeInt(finding.span().column());
        out.writeUTF(finding.problem());
        out.writeBoolean(finding.hint().isPresent());
        out.writeUTF(finding.hint().orElse(""));
    }

    private static Finding finding(DataInputStream in) throws IOException {
        Severity severity = Severity.valueOf(in.readUTF());
        String rule = in.readUTF();
        SourceSpan span = new SourceSpan(in.readUTF(), in.readInt(), in.readInt());
        String problem = in.readUTF();
        boolean hinted = in.readBoolean();
        String hint = in.readUTF();
        return new Finding(severity, rule, span, problem, hinted ? Optional.of(hint) : Optional.empty());
    }

    /** Empty where there is none, or none of this program and run that is whole. */
    static Optional<Standing> load(Path file, String program, String run) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            int end = Math.max(0, bytes.length - DIGEST_BYTES);
            MessageDigest digest = Digests.sha256();
            digest.update(bytes, 0, end);
            if (!Arrays.equals(digest.digest(), Arrays.copyOfRange(bytes, end, bytes.length))) {
                return Optional.empty();
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            return in.readUTF().equals(program) && in.readUTF().equals(run)
                    ? Optional.of(read(run, in))
                    : Optional.empty();
        } catch (IOException e) {
            // It is only kept for speed.
            return Optional.empty();
        }
    }

    private static Standing read(String run, DataInputStream in) throws IOException {
        Path output = Path.of(in.readUTF());
        String state = in.readUTF();
        List<Integer> counts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            counts.add(in.readInt());
        }
        List<Finding> findings = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            findings.add(finding(in));
        }
        return new Standing(run, output, state, List.copyOf(counts), List.copyOf(findings), Snapshot.read(in));
    }
}
