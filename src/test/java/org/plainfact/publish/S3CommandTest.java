package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plainfact publish s3://…} as users run it: a process of its own with its own libraries and its environment. */
@Tag("slow")
class S3CommandTest {
    private S3Server server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = S3Server.start();
        assertThat(run(Map.of(), "init", "site").code).isZero();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private record Said(int code, String out, String err) {}

    private Said run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        String jars = Files.readString(Path.of("target/runtime-class-path.txt")).strip();
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Duser.home=" + folder,
                                "-cp",
                                Path.of("target/classes").toAbsolutePath() + File.pathSeparator + jars,
                                "org.plainfact.Main"),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("caches").toString());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Said(code, Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    private String address() {
        return server.address("tea time");
    }

    private static Map<String, String> credentials(String secret) {
        return Map.of("AWS_ACCESS_KEY_ID", S3Server.KEY, "AWS_SECRET_ACCESS_KEY", secret);
    }

    @Test
    void a_site_is_published_with_credentials_of_the_environment_and_then_there_is_nothing_to_do()
            throws IOException, InterruptedException {
        Said first = run(S3Server.environment(), "publish", address(), "--project", "site");

        assertThat(first.code).as(first.err).isZero();
        assertThat(first.out).contains("published to s3://readers/tea time/ at 127.0.0.1:" + server.port());
        assertThat(server.texts())
                .containsEntry(
                        "tea time/index.html", Files.readString(folder.resolve("site/output/index.html"), UTF_8));

        Said second = run(S3Server.environment(), "publish", address(), "--project", "site");

        assertThat(second.code).as(second.err).isZero();
        assertThat(second.out).contains("nothing to publish");
    }

    @Test
    void credentials_of_a_profile_are_found_and_the_configuration_can_say_the_rest()
            throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve(".aws"));
        Files.writeString(
                folder.resolve(".aws/credentials"),
                "[readers]\naws_access_key_id=%s\naws_secret_access_key=%s\n".formatted(S3Server.KEY, S3Server.SECRET));
        Path properties = folder.resolve("site/jbake.properties");
        Files.writeString(properties, Files.readString(properties) + """

                        publish.live=s3://readers
                        publish.live.endpoint=http://127.0.0.1:%d
                        publish.live.encoding=gzip
                        """.formatted(server.port()));

        Said said = run(
                Map.of("AWS_PROFILE", "readers", "HOME", folder.toString()), "publish", "live", "--project", "site");

        assertThat(said.code).as(said.err).isZero();
        assertThat(server.headers("index.html")).containsEntry("Content-Encoding", "gzip");
    }

    @Test
    void wrong_credentials_and_none_end_in_one_line_and_exit_code_3() throws IOException, InterruptedException {
        Said wrong = run(credentials("a-wrong-secret"), "publish", address(), "--project", "site");
        Said none = run(Map.of(), "publish", address(), "--project", "site");

        assertThat(wrong.code).isEqualTo(3);
        assertThat(wrong.err)
                .startsWith("plainfact: cannot read s3://readers/tea time/site-manifest.json: the store does not accept"
                        + " the credentials (SignatureDoesNotMatch)")
                .doesNotContain("a-wrong-secret", S3Server.KEY)
                .hasLineCount(1);
        assertThat(none.code).isEqualTo(3);
        assertThat(none.err)
                .startsWith(
                        "plainfact: cannot read s3://readers/tea time/site-manifest.json: there are no credentials;")
                .hasLineCount(1);
        assertThat(server.texts()).isEmpty();
    }
}
