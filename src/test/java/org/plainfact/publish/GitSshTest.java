package org.plainfact.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the system's {@code ssh}: here a script that runs the command on this machine. */
class GitSshTest {
    private static final Edition ONE = Editions.of("index.html", "one", "글/한 글+1.html", "same");

    @TempDir
    private Path folder;

    private Bare bare = new Bare(Path.of(""));
    private Path ssh = Path.of("");

    @BeforeEach
    void aRepository() throws Exception {
        bare = Bare.in(folder.resolve("repo.git"));
        ssh = folder.resolve("ssh");
    }

    private void script(String text) throws IOException {
        Files.writeString(ssh, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Target target(String address) throws Exception {
        return new GitTarget(
                new GitRemote(new URIish(address), "gh-pages", List.of(ssh.toString(), "-o", "BatchMode=yes")),
                GitCache.in(folder.resolve("cache")),
                new GitAuthor(Instant.parse("2026-11-30T12:00:00Z")));
    }

    @Test
    void an_edition_goes_through_the_systems_ssh() throws Exception {
        script("echo \"$@\" >> " + folder.resolve("asked") + "\nfor last; do :; done\nexec sh -c \"$last\"\n");

        try (Target target = target("ssh://me@example.org:2222" + bare.folder())) {
            Editions.publish(target, ONE);
        }

        assertThat(bare.texts("gh-pages")).isEqualTo(Editions.texts(ONE));
        assertThat(Files.readString(folder.resolve("asked")))
                .contains("-o BatchMode=yes -p 2222 -- me@example.org git-upload-pack")
                .contains("-- me@example.org git-receive-pack");
    }

    @Test
    void a_short_address_is_one_too() throws Exception {
        script("for last; do :; done\nexec sh -c \"$last\"\n");

        try (Target target = target("git@example.org:" + bare.folder())) {
            Editions.publish(target, ONE);
        }

        assertThat(bare.texts("gh-pages")).isEqualTo(Editions.texts(ONE));
    }

    @Test
    void what_ssh_says_is_told() throws Exception {
        script("echo 'Permission denied (publickey).' >&2\nexit 255\n");

        try (Target target = target("ssh://me@example.org" + bare.folder())) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(target::live)
                    .withMessageContaining("example.org")
                    .withMessageContaining("Permission denied (publickey)");
        }
    }

    @Test
    void what_ssh_says_after_its_output_has_ended_is_told_too() throws Exception {
        script("exec >&-\nsleep 0.5\necho 'Permission denied (publickey).' >&2\nexit 255\n");

        try (Target target = target("ssh://me@example.org" + bare.folder())) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(target::live)
                    .withMessageContaining("Permission denied (publickey)");
        }
    }
}
