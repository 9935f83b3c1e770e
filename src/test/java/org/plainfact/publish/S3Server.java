package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A real S3 server in this process, on the loopback, with one bucket. */
public final class S3Server implements AutoCloseable {
    static final String BUCKET = "readers";
    static final String KEY = "AKIAEXAMPLE";
    static final String SECRET = "not-so-secret-sesame";

    private final S3Proxy server;
    private final S3Client client;

    private S3Server(S3Proxy server) {
        this.server = server;
        this.client = S3Client.builder()
                .endpointOverride(endpoint(server.getPort()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(credentials(KEY, SECRET))
                .build();
    }

    /** Empty but for the bucket; on a free port. */
    public static S3Server start() {
        S3Proxy server = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .endpoint(endpoint(0))
                .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        S3Server started = new S3Server(server);
        started.client.createBucket(make -> make.bucket(BUCKET));
        return started;
    }

    int port() {
        return server.getPort();
    }

    /** Of a place in the bucket, for the command line. */
    public String address(String prefix) {
        return "s3://" + BUCKET + "/" + prefix + "?endpoint=" + endpoint(port());
    }

    /** Variables that hold the right credentials. */
    public static Map<String, String> environment() {
        return Map.of("AWS_ACCESS_KEY_ID", KEY, "AWS_SECRET_ACCESS_KEY", SECRET);
    }

    S3Store store() {
        return store("", port());
    }

    /** @param port of the server, or of what stands before it */
    static S3Store store(String prefix, int port) {
        return new S3Store(place(BUCKET, prefix, port), credentials(KEY, SECRET));
    }

    static S3Store.Place place(String bucket, String prefix, int port) {
        return new S3Store.Place(bucket, prefix, Optional.of(endpoint(port)), Region.US_EAST_1, true);
    }

    static StaticCredentialsProvider credentials(String key, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
    }

    private static URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** All objects, as another program sees them when no request is under way any more. */
    SortedMap<String, String> texts() {
        SortedMap<String, String> before = new TreeMap<>();
        while (true) {
            SortedMap<String, String> texts = glance();
            if (texts.equals(before)) {
                return texts;
            }
            before = texts;
        }
    }

    /** What a killed publisher had asked for can still come while one looks. */
    private SortedMap<String, String> glance() {
        SortedMap<String, String> texts = new TreeMap<>();
        client.listObjectsV2Paginator(list -> list.bucket(BUCKET)).contents().forEach(object -> {
            try {
                texts.put(
                        object.key(),
                        new String(
                                client.getObjectAsBytes(
                                                get -> get.bucket(BUCKET).key(object.key()))
                                        .asByteArray(),
                                UTF_8));
            } catch (NoSuchKeyException e) {
                // It went since it was listed; the next glance tells.
            }
        });
        return texts;
    }

    /** What another program is told beside the content. */
    Map<String, String> headers(String key) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        client.headObject(head -> head.bucket(BUCKET).key(key))
                .sdkHttpResponse()
                .headers()
                .forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    void remove(String key) {
        client.deleteObject(delete -> delete.bucket(BUCKET).key(key));
    }

    @Override
    public void close() throws IOException {
        client.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
