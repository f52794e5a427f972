package io.jiayou.archive.target;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Lists the files of a folder in which others write at the same time: what vanishes on the way isn't there. */
final class Listing extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final Path leftOut;
    private final List<StoredFile> found;

    /** @param leftOut a directory that isn't looked at */
    Listing(Path folder, Path leftOut, List<StoredFile> found) {
        this.folder = folder;
        this.leftOut = leftOut;
        this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return directory.equals(leftOut) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            found.add(new StoredFile(name, attributes.size()));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
