package io.jiayou.standalone;

import io.jiayou.archive.write.Attachment;
import io.jiayou.transparency.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By which a data directory, and whatever is restored from its archives, knows its identifier key again. Under another key every phone
 * number looks free. It tells nothing about the key, nor about what is identified.
 */
public record IdentifierCheck(Path data) {

    /** Its file, in the data directory and in full backups. */
    public static final String NAME = "identifier.check";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] LABEL = "the identifier key of this system".getBytes(StandardCharsets.UTF_8);

    /** None in a directory, or from an archive, of a version that had none. */
    boolean isThere() {
        return Files.exists(data.resolve(NAME));
    }

    boolean accepts(String key) throws IOException {
        return Files.readString(data.resolve(NAME)).strip().equals(of(key));
    }

    void write(String key) throws IOException {
        DurableFiles.replace(data.resolve(NAME), (of(key) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String of(String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.strip()), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(LABEL));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** As it goes with full backups. */
    public static List<Attachment> attachment(Path data) {
        Path file = data.resolve(NAME);
        return Files.exists(file) ? List.of(Attachment.file(NAME, out -> Files.copy(file, out))) : List.of();
    }
}
