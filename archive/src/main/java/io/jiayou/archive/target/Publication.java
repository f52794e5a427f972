package io.jiayou.archive.target;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Gives a complete file its name, in one step that fails if the name is taken. */
final class Publication {

    static final String LOCK = "lock";

    private Publication() {}

    /** @return false if the name is taken */
    static boolean publish(Path complete, Path place, Path locks) throws IOException {
        try {
            Files.createLink(place, complete);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Some file systems have no hard links: exFAT, many network shares. A full disk fails again below.
            return moveUnderLock(complete, place, locks.resolve(LOCK));
        }
    }

    /** A rename replaces what is there, so that only one at a time may look and rename. */
    static synchronized boolean moveUnderLock(Path complete, Path place, Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid() || Files.exists(place)) {
                return false;
            }
            Files.move(complete, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }
}
