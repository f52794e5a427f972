package io.jiayou.cli;

import io.jiayou.audit.verify.Entries;
import io.jiayou.audit.verify.ExportedLog;
import io.jiayou.audit.verify.Notes;
import io.jiayou.audit.verify.RemoteLog;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.SignedCheckpoint;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/**
 * A whole log that a command was given to verify, as an address or as an export.
 *
 * @param leaves the leaf that the log itself has kept at an index
 * @param ownKey the key that the log itself names
 * @param hasMore whether there are events that its checkpoint doesn't cover
 */
record GivenLog(
        Entries entries,
        Notes notes,
        SignedCheckpoint checkpoint,
        LongFunction<Hash> leaves,
        String ownKey,
        BooleanSupplier hasMore,
        Closeable source)
        implements Closeable {

    static boolean isAddress(String given) {
        return given.startsWith("http://") || given.startsWith("https://");
    }

    /**
     * Opens either.
     *
     * @throws io.jiayou.transparency.VerificationException if it isn't a log
     * @throws Failure if there is no such file
     */
    static GivenLog open(String given, DataOption data) throws IOException {
        if (isAddress(given)) {
            RemoteLog log = new RemoteLog(given, data.auditorAt(given));
            return new GivenLog(log, log, log.checkpoint(), log::leafAt, log.ownKey(), () -> false, () -> {});
        }
        Path file = InputFile.regular(Path.of(given));
        ExportedLog log = ExportedLog.open(file);
        try {
            return new GivenLog(log, log, log.checkpoint(), log::leafAt, log.ownKey(), log::hasMore, log::close);
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
