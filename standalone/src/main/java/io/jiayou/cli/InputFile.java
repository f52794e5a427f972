package io.jiayou.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a command is given to read: a file, or what only flows, such as {@code /dev/stdin} behind another command. */
record InputFile(Path path) {

    /** @throws Failure saying why it can't be read */
    InputFile {
        expectThere(path);
        if (!Files.isReadable(path)) {
            throw new Failure("no right to read {0}", path);
        }
    }

    /**
     * One that can be read from anywhere, as what only flows can't.
     *
     * @throws Failure saying why it is none
     */
    static Path regular(Path path) {
        expectThere(path);
        if (!Files.isRegularFile(path)) {
            throw new Failure("{0} isn't a file", path);
        }
        return path;
    }

    private static void expectThere(Path path) {
        if (!Files.exists(path)) {
            throw new Failure("there is no {0}", path);
        }
        if (Files.isDirectory(path)) {
            throw new Failure("{0} is a folder, not a file", path);
        }
    }

    /** Sent as it is read; what flows has no length before its end. */
    BodyPublisher body() throws FileNotFoundException {
        return Files.isRegularFile(path) ? BodyPublishers.ofFile(path) : BodyPublishers.ofInputStream(this::opened);
    }

    private InputStream opened() {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
