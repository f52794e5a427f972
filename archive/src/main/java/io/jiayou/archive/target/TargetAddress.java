package io.jiayou.archive.target;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Where an archive lies, as people write it: a folder's path, or {@code s3://BUCKET/PREFIX} with what isn't Amazon's own
 * behind a question mark ({@code endpoint}, {@code region}, {@code path-style=true}). Credentials are never part of it.
 */
public final class TargetAddress {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REGION = "us-east-1";
    private static final Set<String> KNOWN = Set.of("endpoint", "region", "path-style");

    private TargetAddress() {}

    /**
     * Opens it; nothing is asked yet. A folder has to be {@linkplain #prepare prepared} once.
     *
     * @param credentials for S3
     * @throws IllegalArgumentException for what is no address
     */
    public static Target open(String address, AwsCredentialsProvider credentials) {
        if (isFolder(address)) {
            if (address.isBlank() || address.contains("://")) {
                throw new IllegalArgumentException(address + " is neither a folder nor s3://BUCKET/PREFIX");
            }
            String folder = absolute(address);
            return FolderTarget.existing(folder, Path.of(folder));
        }
        URI uri = URI.create(address);
        String bucket = uri.getHost() == null ? uri.getAuthority() : uri.getHost();
        if (bucket == null) {
            throw new IllegalArgumentException(address + " names no bucket");
        }
        Map<String, String> options = options(uri);
        String endpoint = options.get("endpoint");
        S3Place place = new S3Place(
                bucket,
                prefix(uri.getPath()),
                options.getOrDefault("region", REGION),
                endpoint == null ? null : URI.create(endpoint),
                Boolean.parseBoolean(options.getOrDefault("path-style", String.valueOf(endpoint != null))),
                PATIENCE);
        return S3Target.open("s3://" + bucket + "/" + place.prefix(), place, credentials);
    }

    /** The address that means the same wherever it is read. */
    public static String absolute(String address) {
        return isFolder(address) ? Path.of(address).toAbsolutePath().normalize().toString() : address;
    }

    /** Whether it is a folder's path. */
    public static boolean isFolder(String address) {
        return !address.startsWith("s3://");
    }

    /** Makes a folder ready for an archive; for S3 there is nothing to do, a bucket has to exist. */
    public static void prepare(String address) throws IOException {
        if (isFolder(address)) {
            FolderTarget.open(address, Path.of(address));
        }
    }

    private static String prefix(String path) {
        String inside = path.replaceFirst("^/+", "");
        return inside.isEmpty() || inside.endsWith("/") ? inside : inside + "/";
    }

    private static Map<String, String> options(URI uri) {
        Map<String, String> options = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String option : uri.getRawQuery().split("&")) {
                String[] parts = option.split("=", 2);
                if (parts.length < 2 || !KNOWN.contains(parts[0])) {
                    throw new IllegalArgumentException("an S3 address knows endpoint, region and path-style");
                }
                options.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return options;
    }
}
