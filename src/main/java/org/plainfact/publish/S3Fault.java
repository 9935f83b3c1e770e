package org.plainfact.publish;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Why S3 did not do what it was asked to, in words for its owner. The SDK's own words name requests and classes. */
final class S3Fault {
    /** Their meaning: Amazon S3 API Reference, "Error responses", "List of error codes". */
    private static final Set<String> CREDENTIALS = Set.of(
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "InvalidToken",
            "ExpiredToken",
            "TokenRefreshRequired",
            "InvalidSecurity",
            "NotSignedUp",
            "Unauthorized");

    private static final Set<String> PASSING = Set.of(
            "SlowDown",
            "ServiceUnavailable",
            "InternalError",
            "RequestTimeout",
            "OperationAborted",
            "RequestTimeTooSkewed",
            "BadDigest",
            "IncompleteBody");

    private static final Set<String> ELSEWHERE = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;
    private static final int NOT_IMPLEMENTED = 501;

    private S3Fault() {}

    /**
     * A fault of one request.
     *
     * @param verb what was to be done: {@code write}
     * @param object what to call the object
     */
    static StoreFault of(String verb, String object, SdkException exception) {
        return exception instanceof S3Exception answer
                ? answered(verb, object, answer)
                : unanswered(verb, object, exception);
    }

    /** What the store calls its error; empty where it does not say. */
    static String code(S3Exception exception) {
        AwsErrorDetails details = exception.awsErrorDetails();
        String code = details == null ? null : details.errorCode();
        return code == null ? "" : code;
    }

    private static StoreFault answered(String verb, String object, S3Exception exception) {
        String words = "cannot " + verb + " " + object + ": " + cause(exception);
        return isPassing(exception)
                ? StoreFault.passing(words, pause(exception), exception)
                : StoreFault.lasting(words, exception);
    }

    private static boolean isPassing(S3Exception exception) {
        int status = exception.statusCode();
        return PASSING.contains(code(exception))
                || status == TOO_MANY
                || (status >= SERVER && status != NOT_IMPLEMENTED);
    }

    private static String cause(S3Exception exception) {
        String code = code(exception);
        String named = code.isEmpty() ? "status " + exception.statusCode() : code;
        if (code.equals("NoSuchBucket")) {
            return "there is no such bucket";
        }
        if (code.equals("RequestTimeTooSkewed")) {
            return "the clock of this machine is wrong"
                    + response(exception)
                            .flatMap(S3Store::date)
                            .map(date -> "; by that of the store it is " + date)
                            .orElse("")
                    + " (" + code + ")";
        }
        if (CREDENTIALS.contains(code)) {
            return "the store does not accept the credentials (" + code
                    + "); see that AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile, are those of this store";
        }
        if (ELSEWHERE.contains(code)) {
            return "the bucket is in another region"
                    + response(exception)
                            .flatMap(it -> it.firstMatchingHeader("x-amz-bucket-region"))
                            .map(region -> ", " + region)
                            .orElse("")
                    + " (" + code + "); say which by region=";
        }
        if (exception.statusCode() == FORBIDDEN) {
            return "the credentials do not allow it (" + named
                    + "); s3:GetObject, s3:PutObject, s3:DeleteObject and s3:ListBucket are needed";
        }
        return isPassing(exception)
                ? "the store is overloaded or out of order (" + named + ")"
                : "the store answers " + named + said(exception);
    }

    private static String said(S3Exception exception) {
        AwsErrorDetails details = exception.awsErrorDetails();
        String message = details == null ? null : details.errorMessage();
        return message == null ? "" : ", " + message.lines().findFirst().orElse("");
    }

    private static Optional<SdkHttpResponse> response(S3Exception exception) {
        return Optional.ofNullable(exception.awsErrorDetails()).map(AwsErrorDetails::sdkHttpResponse);
    }

    private static Optional<Duration> pause(S3Exception exception) {
        return response(exception)
                .flatMap(it -> it.firstMatchingHeader("Retry-After"))
                .filter(text -> text.matches("\\d{1,3}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static StoreFault unanswered(String verb, String object, SdkException exception) {
        String what = "cannot " + verb + " " + object + ": ";
        IOException io = io(exception);
        if (io instanceof UnknownHostException) {
            return StoreFault.lasting(what + "no host is called " + io.getMessage(), exception);
        }
        if (io instanceof SSLHandshakeException || io instanceof SSLPeerUnverifiedException) {
            return StoreFault.lasting(what + "no safe connection: " + io.getMessage(), exception);
        }
        if (io != null) {
            return StoreFault.passing(what + "the connection failed: " + io.getMessage(), Optional.empty(), exception);
        }
        String message = String.valueOf(exception.getMessage());
        if (message.startsWith("Unable to load credentials")) {
            return StoreFault.lasting(
                    what + "there are no credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE",
                    exception);
        }
        return StoreFault.lasting(what + message.lines().findFirst().orElse(""), exception);
    }

    private static @Nullable IOException io(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return null;
    }
}
