package io.jiayou.archive.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    private final AgeIdentity identity = AgeIdentity.generate();

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private byte[] open(byte[] sealed, AgeIdentity... identities) throws IOException {
        try (InputStream plain = Unsealing.open(new ByteArrayInputStream(sealed), List.of(identities))) {
            return plain.readAllBytes();
        }
    }

    private byte[] seal(byte[] plain, AgeRecipient... recipients) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (Sealing sealing = new Sealing(sealed, List.of(recipients))) {
            sealing.write(plain);
        }
        return sealed.toByteArray();
    }

    @Test
    void anyLengthComesBackAsItWas() throws IOException {
        for (int length : new int[] {0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_003}) {
            byte[] plain = random(length);
            assertThat(open(seal(plain, identity.recipient()), identity)).isEqualTo(plain);
        }
    }

    @Test
    void tellsLengthsAndHashesOfBothSides() throws IOException {
        byte[] plain = random(100_000);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        Sealing sealing = new Sealing(sealed, List.of(identity.recipient()));

        try (sealing) {
            sealing.write(plain);
        }

        assertThat(sealing.seal())
                .isEqualTo(new Seal(plain.length, Sha256.hex(plain), sealed.size(), Sha256.hex(sealed.toByteArray())));
    }

    @Test
    void eachOfSeveralRecipientsOpensIt() throws IOException {
        AgeIdentity second = AgeIdentity.generate();
        byte[] sealed = seal(random(10), identity.recipient(), second.recipient());

        assertThat(open(sealed, identity)).isEqualTo(random(10));
        assertThat(open(sealed, second)).isEqualTo(random(10));
        assertThat(open(sealed, AgeIdentity.generate(), second)).isEqualTo(random(10));
    }

    @Test
    void nobodyElseOpensIt() throws IOException {
        byte[] sealed = seal(random(10), identity.recipient());

        assertThatThrownBy(() -> open(sealed, AgeIdentity.generate())).isInstanceOf(WrongIdentity.class);
    }

    @Test
    void anythingElseIsRefusedByAnException() throws IOException {
        byte[] sealed = seal(random(1_000), identity.recipient());
        for (int at = 0; at < sealed.length; at++) {
            byte[] damaged = sealed.clone();
            damaged[at] ^= 1;
            assertThatThrownBy(() -> open(damaged, identity)).as("byte %s", at).isInstanceOf(IOException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> open(cut, identity))
                    .as("cut at %s", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFileOfIdentitiesIsForItsOwnerAlone(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("key.txt");

        AgeKeyFile.write(file, identity, Instant.parse("2026-11-23T06:00:00Z"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .startsWith("# created: 2026-11-23T06:00:00Z\n# public key: " + identity + "\nAGE-SECRET-KEY-1");
        assertThat(AgeKeyFile.read(file)).hasSize(1).first().hasToString(identity.toString());
    }

    @Test
    void refusesWhatIsNoKeyWithoutRepeatingIt() {
        String secret = "AGE-SECRET-KEY-1NOTAKEY";

        assertThatThrownBy(() -> AgeIdentity.parse(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("NOTAKEY")
                .hasNoCause();
        assertThatThrownBy(() -> AgeRecipient.parse("age1nobody")).isInstanceOf(IllegalArgumentException.class);
    }
}
