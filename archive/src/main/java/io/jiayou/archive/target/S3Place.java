package io.jiayou.archive.target;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Where in an S3 store an archive lies, and how it is reached.
 *
 * @param bucket exists already; for locks it was made with object lock
 * @param prefix before every name, ending in a slash or empty
 * @param region as the store names it; any for most stores that aren't Amazon's
 * @param endpoint of a store that isn't Amazon's, null for Amazon's own
 * @param pathStyle whether the bucket stands in the path, not in the host's name
 * @param patience how long one attempt at a request takes at most; all attempts together take half as long again
 */
public record S3Place(
        String bucket,
        String prefix,
        String region,
        @Nullable URI endpoint,
        boolean pathStyle,
        Duration patience) {

    public S3Place {
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            throw new IllegalArgumentException("a prefix ends in a slash");
        }
    }

    S3Client client(AwsCredentialsProvider credentials) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .forcePathStyle(pathStyle)
                // Amazon's own transfer coding and newest checksums are unknown elsewhere; Content-MD5 is known to all.
                .serviceConfiguration(it -> it.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(patience))
                .overrideConfiguration(it -> it.apiCallAttemptTimeout(patience)
                        .apiCallTimeout(patience.multipliedBy(3).dividedBy(2)));
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }
}
