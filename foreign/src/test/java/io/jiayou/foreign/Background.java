package io.jiayou.foreign;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A program that runs until it's killed; what it prints is in a file. */
record Background(Process process, Path output) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** It listens on a port of this machine. */
    Background awaitPort(int port) {
        await().atMost(PATIENCE).until(() -> !process.isAlive() || listens(port));
        return expectAlive();
    }

    /** It has made a file. */
    Background awaitFile(Path file) {
        await().atMost(PATIENCE).until(() -> !process.isAlive() || Files.exists(file));
        return expectAlive();
    }

    private Background expectAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended: " + printed());
        }
        return this;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a word before, as by {@code kill -9}. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
