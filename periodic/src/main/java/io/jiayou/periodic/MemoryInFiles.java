package io.jiayou.periodic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notes in a directory that one process has for itself, a file each.
 *
 * @param directory need not be there yet
 */
public record MemoryInFiles(Path directory) implements Memory {

    @Override
    public synchronized Optional<String> find(String task) {
        try {
            return Optional.of(Files.readString(file(task)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized boolean replace(String task, @Nullable String before, String after) {
        if (!find(task).equals(Optional.ofNullable(before))) {
            return false;
        }
        try {
            Files.createDirectories(directory);
            Path written = directory.resolve(task + ".new");
            Files.writeString(written, after, StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(written, file(task), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String task) {
        return directory.resolve(task + ".json");
    }
}
