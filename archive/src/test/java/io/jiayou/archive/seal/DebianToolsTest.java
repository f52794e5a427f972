package io.jiayou.archive.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.audit.EventRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anybody's tools open what is sealed here, and the other way round. */
class DebianToolsTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void theToolsAreThere() {
        assumeTrue(
                Stream.of("age", "age-keygen", "zstd").allMatch(Tool::isThere),
                "age, age-keygen and zstd aren't installed");
    }

    @Test
    void ageAndZstdOpenASegment() throws IOException, InterruptedException {
        SampleArchive archive = new SampleArchive(directory, "tools");
        archive.history.grow(500);
        archive.pace(java.time.Duration.ZERO, 1_000_000).archiver().flush();
        AgeKeyFile.write(directory.resolve("key.txt"), archive.identity, Instant.EPOCH);
        Path segment;
        try (Stream<Path> files = Files.list(archive.folder.resolve("segments"))) {
            segment = files.filter(file -> file.toString().endsWith(".jsonl.zst.age"))
                    .findFirst()
                    .orElseThrow();
        }

        Tool.run(directory, "age", "-d", "-i", "key.txt", "-o", "lines.zst", segment.toString());
        byte[] lines = Tool.run(directory, "zstd", "-d", "-c", "lines.zst");

        List<EventRecord> events = new String(lines, StandardCharsets.UTF_8)
                .lines()
                .map(line -> EventRecord.parse(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(events).isEqualTo(archive.history.from(0, 500));
    }

    @Test
    void anIdentityOfAgeKeygenOpensWhatIsSealedToItsRecipient() throws IOException, InterruptedException {
        Tool.run(directory, "age-keygen", "-o", "theirs.txt");
        String recipient =
                new String(Tool.run(directory, "age-keygen", "-y", "theirs.txt"), StandardCharsets.US_ASCII).strip();
        List<AgeIdentity> identities = AgeKeyFile.read(directory.resolve("theirs.txt"));
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();

        try (Sealing sealing = new Sealing(sealed, List.of(AgeRecipient.parse(recipient)))) {
            sealing.write("加油".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(identities).first().hasToString(recipient);
        try (InputStream plain = Unsealing.open(new java.io.ByteArrayInputStream(sealed.toByteArray()), identities)) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("加油");
        }
    }

    @Test
    void ageKeygenKnowsOurIdentities() throws IOException, InterruptedException {
        AgeIdentity identity = AgeIdentity.generate();
        AgeKeyFile.write(directory.resolve("ours.txt"), identity, Instant.now());

        byte[] recipient = Tool.run(directory, "age-keygen", "-y", "ours.txt");

        assertThat(new String(recipient, StandardCharsets.US_ASCII).strip()).isEqualTo(identity.toString());
    }

    @Test
    void whatAgeSealsIsOpenedHere() throws IOException, InterruptedException {
        AgeIdentity identity = AgeIdentity.generate();
        Files.writeString(directory.resolve("plain"), "by age\n".repeat(50_000));
        Tool.run(directory, "zstd", "-q", "plain", "-o", "plain.zst");
        Tool.run(directory, "age", "-r", identity.toString(), "-o", "plain.zst.age", "plain.zst");

        try (InputStream plain =
                Unsealing.open(Files.newInputStream(directory.resolve("plain.zst.age")), List.of(identity))) {
            assertThat(Sha256.hex(plain)).isEqualTo(Sha256.hex(Files.readAllBytes(directory.resolve("plain"))));
        }
    }
}
