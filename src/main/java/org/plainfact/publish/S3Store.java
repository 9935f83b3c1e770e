package org.plainfact.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.Digests;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket of Amazon S3 or of a store that speaks as it does. Of the protocol only what such stores have in common is used:
 * reading, writing, removing one object, {@code Content-MD5} against damage on the way, and conditional writes where there
 * are any. It never tries again: that is for {@link PatientStore}.
 */
final class S3Store implements ObjectStore {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final String NO_BUCKET = "NoSuchBucket";
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_IMPLEMENTED = 501;

    /** In one request, by S3. */
    private static final long MOST_BYTES = 5L << 30;

    private final Place place;
    private final S3Client client;

    /**
     * Where objects lie.
     *
     * @param prefix of every key; empty, or ending in {@code /}
     * @param endpoint empty for Amazon's own
     * @param pathStyle whether the bucket's name stands in the path and not before the host's
     */
    record Place(String bucket, String prefix, Optional<URI> endpoint, Region region, boolean pathStyle) {
        String name() {
            return "s3://" + bucket + "/" + prefix
                    + endpoint.map(address -> " at " + address.getAuthority()).orElse("");
        }

        /** What to call an object. */
        String name(String key) {
            return "s3://" + bucket + "/" + prefix + key;
        }
    }

    /** Connects to nothing yet. */
    S3Store(Place place, AwsCredentialsProvider credentials) {
        this.place = place;
        S3ClientBuilder builder = S3Client.builder()
                .region(place.region())
                .forcePathStyle(place.pathStyle())
                .credentialsProvider(credentials)
                // Stores other than Amazon's know neither the newer checksums nor a body that is signed in pieces.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .chunkedEncodingEnabled(false)
                        .expectContinueEnabled(false)
                        .build())
                .overrideConfiguration(more -> more.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(SILENCE));
        place.endpoint().ifPresent(builder::endpointOverride);
        this.client = builder.build();
    }

    @Override
    public String name() {
        return place.name();
    }

    /** A request. */
    private interface Call<T> {
        T make();
    }

    private <T> T call(String verb, String key, Call<T> call) throws StoreFault {
        try {
            return call.make();
        } catch (SdkException e) {
            throw S3Fault.of(verb, place.name(key), e);
        }
    }

    /** Empty where the object is not there; a bucket that is not there is a fault. */
    private <T> Optional<T> ifThere(String verb, String key, Call<T> call) throws StoreFault {
        try {
            return Optional.of(call(verb, key, call));
        } catch (StoreFault fault) {
            if (fault.getCause() instanceof S3Exception e
                    && e.statusCode() == NOT_FOUND
                    && !S3Fault.code(e).equals(NO_BUCKET)) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    @Override
    public Optional<Found> read(String key) throws IOException {
        Optional<ResponseBytes<GetObjectResponse>> got = ifThere(
                "read",
                key,
                () -> client.getObjectAsBytes(get -> get.bucket(place.bucket()).key(place.prefix() + key)));
        return got.map(it -> new Found(
                it.asByteArrayUnsafe(),
                stored(
                        it.response().eTag(),
                        it.response().metadata(),
                        it.response().lastModified(),
                        it.response().sdkHttpResponse())));
    }

    @Override
    public Optional<Stored> look(String key) throws IOException {
        Optional<HeadObjectResponse> got = ifThere(
                "look at",
                key,
                () -> client.headObject(head -> head.bucket(place.bucket()).key(place.prefix() + key)));
        return got.map(it -> stored(it.eTag(), it.metadata(), it.lastModified(), it.sdkHttpResponse()));
    }

    private static Stored stored(
            @Nullable String tag, Map<String, String> notes, @Nullable Instant written, SdkHttpResponse response) {
        Optional<Duration> age =
                Optional.ofNullable(written).flatMap(then -> date(response).map(now -> Duration.between(then, now)));
        return new Stored(tag == null ? "" : tag, notes, age);
    }

    /** When the store answered, by its own clock. */
    static Optional<Instant> date(SdkHttpResponse response) {
        try {
            return response.firstMatchingHeader("Date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String key, Body body, Headers headers) throws IOException {
        PutObjectRequest.Builder put = put(key, headers);
        RequestBody content = content(key, body, put);
        call("write", key, () -> client.putObject(put.build(), content));
    }

    @Override
    public Optional<String> writeIf(Condition condition, String key, byte[] bytes, Headers headers) throws IOException {
        Body body = new Body.OfBytes(bytes);
        PutObjectRequest.Builder put = put(key, headers);
        RequestBody content = content(key, body, put);
        PutObjectRequest request = switch (condition) {
            case Condition.Absent absent -> put.ifNoneMatch("*").build();
            case Condition.Unchanged unchanged ->
                put.ifMatch(unchanged.version()).build();
        };
        try {
            return Optional.of(String.valueOf(
                    call("write", key, () -> client.putObject(request, content)).eTag()));
        } catch (StoreFault fault) {
            return refused(fault, () -> {
                write(key, body, headers);
                return look(key).map(Stored::version);
            });
        }
    }

    /** What is made of a conditional write that was not done. */
    private static Optional<String> refused(StoreFault fault, Backoff.Attempt<Optional<String>> without)
            throws IOException {
        if (!(fault.getCause() instanceof S3Exception answer)
                || S3Fault.code(answer).equals(NO_BUCKET)) {
            throw fault;
        }
        return switch (answer.statusCode()) {
            // Of two that write at once Amazon tells one of a conflict, and one whose object has gone that there is
            // none.
            case PRECONDITION_FAILED, CONFLICT, NOT_FOUND -> Optional.empty();
            case NOT_IMPLEMENTED -> without.make();
            default -> throw fault;
        };
    }

    private PutObjectRequest.Builder put(String key, Headers headers) {
        return PutObjectRequest.builder()
                .bucket(place.bucket())
                .key(place.prefix() + key)
                .contentType(headers.type())
                .cacheControl(headers.caching())
                .contentEncoding(headers.encoding().orElse(null))
                .metadata(headers.notes());
    }

    /** Enters length and digest into the request. */
    private RequestBody content(String key, Body body, PutObjectRequest.Builder put) throws IOException {
        try (DigestInputStream in = new DigestInputStream(body.open(), Digests.md5())) {
            long length = in.transferTo(OutputStream.nullOutputStream());
            if (length > MOST_BYTES) {
                throw new IOException(place.name(key) + ": " + length + " bytes are more than an object may have ("
                        + MOST_BYTES + ")");
            }
            put.contentLength(length)
                    .contentMD5(Base64.getEncoder()
                            .encodeToString(in.getMessageDigest().digest()));
            return RequestBody.fromContentProvider(
                    reader(body), length, String.valueOf(put.build().contentType()));
        }
    }

    private static ContentStreamProvider reader(Body body) {
        return () -> {
            try {
                return body.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public void remove(String key) throws IOException {
        ifThere(
                "remove",
                key,
                () -> client.deleteObject(
                        delete -> delete.bucket(place.bucket()).key(place.prefix() + key)));
    }

    @Override
    public void close() {
        client.close();
    }
}
