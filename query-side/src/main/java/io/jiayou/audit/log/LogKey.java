package io.jiayou.audit.log;

import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.TrustedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The key with which a log signs. It is made at the first start. */
record LogKey(String origin, NoteSigner signer) {

    static LogKey in(Path directory, String origin) {
        try {
            return new LogKey(origin, NoteSigner.of(KeyFile.open(directory, "log", origin, KeyType.NOTE)));
        } catch (IOException e) {
            throw new UncheckedIOException("the audit log's directory " + directory + " can't be used", e);
        }
    }

    TrustedLog log() {
        return new TrustedLog(origin, List.of(signer.verifier()));
    }
}
