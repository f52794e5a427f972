package io.jiayou.embedded.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.embedded.documents.CheckpointVerdict.Reason;
import io.jiayou.embedded.documents.CheckpointVerdict.Refused;
import io.jiayou.embedded.documents.CheckpointVerdict.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that isn't exactly what was written is refused, and nothing of it is loaded. */
class DamagedCheckpointTest {

    private static final int FLIPS = 200;
    private static final int TRUNCATIONS = 100;

    @TempDir
    private Path directory;

    private final RunningStore empty = RunningStore.start();
    private byte[] sound = new byte[0];

    @BeforeEach
    void givenASoundCheckpoint() throws IOException {
        try (RunningStore live = RunningStore.start()) {
            live.database()
                    .getCollection("orders")
                    .insertMany(IntStream.range(0, 500)
                            .mapToObj(number -> new Document("_id", number).append("text", "order " + number))
                            .toList());
            checkpoint().write(live.database(), List.of("tokens"), () -> Map.of("store", "abc", "head", "500"));
            sound = Files.readAllBytes(file());
        }
    }

    @AfterEach
    void stop() {
        empty.close();
    }

    private Path file() {
        return directory.resolve("read-store");
    }

    private ReadStoreCheckpoint checkpoint() {
        return ReadStoreCheckpoint.in(file());
    }

    /** The parts of the file, from its first byte to its last. */
    enum Region {
        MAGIC,
        VERSION,
        COMPRESSION,
        RECORDS,
        FOOTER,
        CHECKSUM;

        int from(byte[] file) {
            int checksum = file.length - CheckpointFormat.CHECKSUM_BYTES;
            int footerLength = ByteBuffer.wrap(file).getInt(checksum - Integer.BYTES);
            return switch (this) {
                case MAGIC -> 0;
                case VERSION -> 8;
                case COMPRESSION -> 12;
                case RECORDS -> 16;
                case FOOTER -> checksum - Integer.BYTES - footerLength;
                case CHECKSUM -> checksum;
            };
        }

        int to(byte[] file) {
            return this == CHECKSUM ? file.length : values()[ordinal() + 1].from(file);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFlippedByteIsRefused(Region region) throws IOException {
        Random random = new Random(region.ordinal());
        for (int flip = 0; flip < FLIPS; flip++) {
            byte[] flipped = sound.clone();
            int position = random.nextInt(region.from(sound), region.to(sound));
            flipped[position] ^= (byte) (1 << random.nextInt(8));

            assertRefused(flipped, "a flipped byte at " + position);
        }
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        Random random = new Random(7);
        for (int cut = 0; cut < TRUNCATIONS; cut++) {
            int length = cut < 70 ? cut : random.nextInt(sound.length);
            assertRefused(Arrays.copyOf(sound, length), "cut to " + length);
        }
        assertRefused(Arrays.copyOf(sound, sound.length - 1), "cut by one");
    }

    @Test
    void whatIsAppendedIsRefused() throws IOException {
        assertRefused(Arrays.copyOf(sound, sound.length + 1), "one zero more");
        byte[] twice = Arrays.copyOf(sound, sound.length * 2);
        System.arraycopy(sound, 0, twice, sound.length, sound.length);
        assertRefused(twice, "twice the file");
    }

    @Test
    void swappedPartsAreRefused() throws IOException {
        byte[] swapped = sound.clone();
        System.arraycopy(sound, 1_000, swapped, 2_000, 500);
        System.arraycopy(sound, 2_000, swapped, 1_000, 500);

        assertRefused(swapped, "swapped parts");
    }

    @Test
    void saysWhyItRefuses() throws IOException {
        Files.delete(file());
        assertThat(reason()).isEqualTo(Reason.MISSING);
        Files.write(file(), new byte[1_000]);
        assertThat(reason()).isEqualTo(Reason.NOT_A_CHECKPOINT);
        Files.write(file(), newerFormat());
        assertThat(reason()).isEqualTo(Reason.NEWER_FORMAT);
        Files.write(file(), Arrays.copyOf(sound, 100));
        assertThat(reason()).isEqualTo(Reason.DAMAGED);
        Files.write(file(), sound);
        assertThat(checkpoint().load(empty.database(), header -> true)).isInstanceOf(Sound.class);
    }

    private byte[] newerFormat() {
        byte[] newer = sound.clone();
        ByteBuffer.wrap(newer).putInt(8, CheckpointFormat.VERSION + 1);
        return newer;
    }

    private Reason reason() throws IOException {
        return ((Refused) checkpoint().load(empty.database(), header -> true)).reason();
    }

    private void assertRefused(byte[] bytes, String damage) throws IOException {
        Files.write(file(), bytes);
        assertThat(checkpoint().load(empty.database(), header -> true))
                .as(damage)
                .isInstanceOf(Refused.class);
        assertThat(empty.database().listCollectionNames()).isEmpty();
    }
}
