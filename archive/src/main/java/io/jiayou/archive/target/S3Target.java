package io.jiayou.archive.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of any store that speaks S3 and knows {@code If-None-Match: *} (Amazon S3 since 2024, and most others). Locks
 * are object locks in COMPLIANCE mode: not even the account's owner shortens them.
 */
public final class S3Target implements Target, AutoCloseable {

    private static final int BAD_REQUEST = 400;
    private static final int ATTEMPTS_IN_A_CONFLICT = 5;

    private final String name;
    private final S3Place place;
    private final S3Client client;

    private S3Target(String name, S3Place place, S3Client client) {
        this.name = name;
        this.place = place;
        this.client = client;
    }

    /** Asks the store nothing yet. */
    public static S3Target open(String name, S3Place place, AwsCredentialsProvider credentials) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(place.region()))
                .credentialsProvider(credentials)
                .forcePathStyle(place.pathStyle())
                // Amazon's own transfer coding and newest checksums are unknown elsewhere; Content-MD5 is known to all.
                .serviceConfiguration(it -> it.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(place.patience()))
                .overrideConfiguration(it -> it.apiCallAttemptTimeout(place.patience()));
        URI endpoint = place.endpoint();
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return new S3Target(name, place, builder.build());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<StoredFile> list(String prefix) throws IOException {
        return StoreCall.of("list", () -> {
            List<StoredFile> found = new ArrayList<>();
            String from = place.prefix() + prefix;
            for (S3Object object : client.listObjectsV2Paginator(
                            it -> it.bucket(place.bucket()).prefix(from))
                    .contents()) {
                found.add(new StoredFile(object.key().substring(place.prefix().length()), object.size()));
            }
            return found;
        });
    }

    @Override
    public @Nullable InputStream read(String file) throws IOException {
        try {
            return StoreCall.of(
                    "read",
                    () -> client.getObject(it -> it.bucket(place.bucket()).key(key(file))));
        } catch (StoreCall.NotThere e) {
            return null;
        }
    }

    @Override
    public boolean create(String file, Content content, @Nullable Instant lockedUntil) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                put(file, content, true, lockedUntil);
                return true;
            } catch (StoreCall.Refused e) {
                if (e.isPrecondition()) {
                    return false;
                }
                if (attempt == ATTEMPTS_IN_A_CONFLICT) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void replace(String file, byte[] content) throws IOException {
        put(file, Content.of(content), false, null);
    }

    private void put(String file, Content content, boolean ifAbsent, @Nullable Instant lockedUntil) throws IOException {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(place.bucket())
                .key(key(file))
                .contentLength(content.bytes())
                .contentMD5(Md5.of(content));
        if (ifAbsent) {
            request.ifNoneMatch("*");
        }
        if (lockedUntil != null) {
            request.objectLockMode(ObjectLockMode.COMPLIANCE).objectLockRetainUntilDate(lockedUntil);
        }
        StoreCall.of(
                "write",
                () -> client.putObject(
                        request.build(),
                        RequestBody.fromContentProvider(opened(content), content.bytes(), "application/octet-stream")));
    }

    private static ContentStreamProvider opened(Content content) {
        return () -> {
            try {
                return content.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public boolean delete(String file) throws IOException {
        boolean there = isThere(file);
        StoreCall.of(
                "delete",
                () -> client.deleteObject(it -> it.bucket(place.bucket()).key(key(file))));
        return there;
    }

    @Override
    public Optional<Instant> lockedUntil(String file) throws IOException {
        try {
            return Optional.ofNullable(StoreCall.of("look at", () -> retention(file)));
        } catch (StoreCall.NotThere e) {
            return Optional.empty();
        }
    }

    private @Nullable Instant retention(String file) {
        try {
            return client.getObjectRetention(it -> it.bucket(place.bucket()).key(key(file)))
                    .retention()
                    .retainUntilDate();
        } catch (S3Exception e) {
            if (e.statusCode() == BAD_REQUEST) { // a bucket that has no locks
                return null;
            }
            throw e;
        }
    }

    private boolean isThere(String file) throws IOException {
        try {
            StoreCall.of(
                    "look at",
                    () -> client.headObject(it -> it.bucket(place.bucket()).key(key(file))));
            return true;
        } catch (StoreCall.NotThere e) {
            return false;
        }
    }

    private String key(String file) {
        return place.prefix() + FileName.checked(file);
    }

    @Override
    public void close() {
        client.close();
    }
}
