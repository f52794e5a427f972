package io.jiayou.archive.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.verify.ArchiveVerifier;
import io.jiayou.archive.verify.Finding;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.write.Archiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;

/** On a server that looks and writes in two steps, which a store must not: races are {@link S3RequestsTest}'s. */
class S3TargetIT extends TargetContract {

    private static final String LOCKED = "locked-archives";

    @TempDir
    private static Path data;

    private static S3Server server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = S3Server.start(data);
        try (S3Client client = client()) {
            client.createBucket(it -> it.bucket(LOCKED).objectLockEnabledForBucket(true));
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    private static S3Client client() {
        return S3Client.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(server.endpoint())
                .credentialsProvider(S3Server.credentials())
                .forcePathStyle(true)
                .build();
    }

    @Override
    S3Target target() {
        return server.target(S3Server.BUCKET, UUID.randomUUID() + "/");
    }

    @Test
    void knowsUntilWhenAFileIsLocked() throws IOException {
        Instant until = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        try (S3Target target = server.target(LOCKED, "");
                S3Client client = client()) {
            target.create("a.note", Content.of("a".getBytes(StandardCharsets.UTF_8)), null);
            assertThat(target.lockedUntil("a.note")).isEmpty();

            client.putObjectRetention(it -> it.bucket(LOCKED).key("a.note").retention(lock -> lock.mode(
                            ObjectLockRetentionMode.COMPLIANCE)
                    .retainUntilDate(until)));

            assertThat(target.lockedUntil("a.note")).contains(until);
        }
    }

    @Test
    void holdsAWholeArchive(@TempDir Path directory) throws IOException {
        SampleArchive sample = new SampleArchive(directory, "s3");
        try (S3Target target = target()) {
            Archiver archiver = sample.archiver(target, directory.resolve("s3.head"));
            sample.history.grow(60);
            archiver.flush();
            sample.takeSet(archiver, "one");
            Archiver next = sample.archiver(target, directory.resolve("s3.head"));
            sample.history.grow(20);
            next.flush();

            Finding finding = new ArchiveVerifier(
                            target, sample.trust(), Known.nothing(), List.of(sample.identity), () -> sample.now)
                    .verify();

            assertThat(finding).matches(Finding::holds);
            assertThat(finding.events()).isEqualTo(80);
        }
    }

    @Test
    void saysThatABucketIsMissingInsteadOfThatItIsEmpty() {
        try (S3Target target = server.target("no-such-bucket", "")) {
            assertThatThrownBy(() -> target.list("")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> target.read("archive.note")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysThatTheStoreDoesNotAnswer() {
        S3Place nowhere = new S3Place(
                "archives", "", "us-east-1", java.net.URI.create("http://127.0.0.1:1"), true, Duration.ofSeconds(2));
        try (S3Target target = S3Target.open("nowhere", nowhere, S3Server.credentials())) {
            assertThatThrownBy(() -> target.list(""))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("doesn't answer");
        }
    }
}
