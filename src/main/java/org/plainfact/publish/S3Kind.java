package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.site.Route;
import org.plainfact.source.Nearest;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/**
 * {@code s3://BUCKET/PREFIX?endpoint=URL&region=NAME&path-style=true}. What the address says after its question mark the
 * configuration can say as well; the address is heard first. Credentials come from where the SDK looks for them by itself.
 */
record S3Kind() implements Targets.Kind {
    private static final String ENDPOINT = "endpoint";
    private static final String REGION = "region";
    private static final String PATH_STYLE = "path-style";
    private static final String ENCODING = "encoding";
    private static final String CONNECTIONS = "connections";

    /** Bucket, prefix and what follows the question mark. */
    private static final Pattern ADDRESS =
            Pattern.compile("//([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([^?]*))?(?:\\?(.*))?");

    private static final int USUAL_CONNECTIONS = 32;
    private static final int MOST_CONNECTIONS = 256;
    private static final Duration TERM = Duration.ofSeconds(60);

    @Override
    public Collection<String> settings() {
        return List.of(CONNECTIONS, ENCODING, ENDPOINT, PATH_STYLE, REGION);
    }

    @Override
    public Target open(Destination destination, Means means) {
        Matcher address = ADDRESS.matcher(destination.rest());
        if (!address.matches()) {
            // It is not shown, for it may hold what should not be.
            throw new WrongTarget(
                    "the address of a bucket is written s3://BUCKET or s3://BUCKET/PREFIX, without user and password;"
                            + " credentials come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or from AWS_PROFILE");
        }
        Destination all = withQuery(destination, Optional.ofNullable(address.group(3)));
        S3Store.Place place = place(all, address.group(1), Optional.ofNullable(address.group(2)));
        Form form = form(all);
        Lanes lanes = new Lanes(all.number(CONNECTIONS, USUAL_CONNECTIONS, 1, MOST_CONNECTIONS));
        S3Store store = new S3Store(place, DefaultCredentialsProvider.builder().build());
        return new StoreTarget(
                new PatientStore(store, Backoff.usual(new Random(), Time.REAL)),
                form,
                lanes,
                new Lease.Terms(UUID.randomUUID().toString(), TERM),
                Time.REAL);
    }

    /** The settings with those of the address. */
    private Destination withQuery(Destination destination, Optional<String> query) {
        Map<String, String> settings = new TreeMap<>(destination.settings());
        for (String pair : query.filter(text -> !text.isEmpty())
                .map(text -> text.split("&", -1))
                .orElse(new String[0])) {
            int equals = pair.indexOf('=');
            String name = pair.substring(0, Math.max(0, equals));
            if (!settings().contains(name)) {
                throw new WrongTarget("an address s3:// says nothing of \"" + name + "\""
                        + Nearest.hint(name, settings())
                                .map(hint -> "; " + hint)
                                .orElse("; known are " + String.join(", ", settings())));
            }
            settings.put(name, decoded(pair.substring(equals + 1)));
        }
        return new Destination(destination.name(), destination.address(), new TreeMap<>(settings));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new WrongTarget("not written as in an address: " + text);
        }
    }

    private static S3Store.Place place(Destination destination, String bucket, Optional<String> prefix) {
        Optional<URI> endpoint = destination.setting(ENDPOINT).map(S3Kind::endpoint);
        boolean pathStyle = switch (destination.setting(PATH_STYLE).orElse(endpoint.isPresent() ? "true" : "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongTarget(PATH_STYLE + " is true or false");
        };
        return new S3Store.Place(bucket, prefix(prefix.orElse("")), endpoint, region(destination, endpoint), pathStyle);
    }

    private static URI endpoint(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw new WrongTarget(ENDPOINT + " is the address of the store, such as https://s3.example.org,"
                + " without user and password");
    }

    private static String prefix(String text) {
        String inner = text.replaceAll("^/+|/+$", "");
        if (inner.isEmpty()) {
            return "";
        }
        try {
            return Route.of("/" + inner + "/").path().substring(1);
        } catch (IllegalArgumentException e) {
            throw new WrongTarget("no place for a site: " + text + " (" + e.getMessage() + ")");
        }
    }

    /** Where nothing says it: a store that is not Amazon's takes any. */
    private static Region region(Destination destination, Optional<URI> endpoint) {
        Optional<String> said = destination.setting(REGION);
        if (said.isPresent()) {
            if (!said.get().matches("[a-z0-9-]{1,64}")) {
                throw new WrongTarget(REGION + " is a name such as eu-central-1 or auto");
            }
            return Region.of(said.get());
        }
        try {
            Region found = new AwsRegionProviderChain(
                            new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
                    .getRegion();
            if (found != null) {
                return found;
            }
        } catch (SdkClientException e) {
            // Told below.
        }
        if (endpoint.isPresent()) {
            return Region.US_EAST_1;
        }
        throw new WrongTarget("say the region of the bucket: ?region=eu-central-1, publish." + destination.name()
                + ".region, or AWS_REGION");
    }

    private static Form form(Destination destination) {
        String said = destination.setting(ENCODING).orElse(Form.PLAIN.word());
        return Form.named(said).orElseThrow(() -> new WrongTarget(ENCODING + " is none or gzip, not \"" + said + "\""));
    }
}
