package io.jiayou.transparency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A key pair in two files of a directory: {@code NAME.key}, for its owner alone, and {@code NAME.vkey}, for everybody. */
public final class KeyFile {

    private KeyFile() {}

    /**
     * The pair that is there, or a new one.
     *
     * @param name of the files
     * @param keyName of a new key, such as a log's origin
     * @throws VerificationException MALFORMED for a file that isn't a key pair
     */
    public static NoteKeyPair open(Path directory, String name, String keyName, KeyType type) throws IOException {
        Files.createDirectories(directory);
        Path secret = directory.resolve(name + ".key");
        if (!Files.exists(secret)) {
            String made = NoteKeyPair.generate(keyName, type).secretText();
            DurableFiles.writeSecret(secret, made.getBytes(StandardCharsets.UTF_8));
        }
        NoteKeyPair pair = NoteKeyPair.parse(Files.readString(secret));
        byte[] open = (pair.key().vkey() + "\n").getBytes(StandardCharsets.UTF_8);
        DurableFiles.replace(directory.resolve(name + ".vkey"), open);
        return pair;
    }
}
