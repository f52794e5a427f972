package io.jiayou.foreign;

import io.jiayou.cli.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** FerretDB over SQLite: another server that speaks MongoDB's protocol, which can be killed and come back. */
final class FerretDb implements AutoCloseable {

    private final String program = GoPrograms.ferretDb();
    private final Path directory;
    private final int port;
    private Background runs;

    FerretDb(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.port = Ports.free();
        this.runs = started();
    }

    /** Where read models are kept in it. */
    String uri() {
        return "mongodb://127.0.0.1:" + port + "/jiayou";
    }

    void kill() {
        runs.close();
    }

    void comesBack() {
        runs = started();
    }

    private Background started() {
        return new Program(directory)
                .starts(program, "127.0.0.1:" + port, directory.toString())
                .awaitPort(port);
    }

    @Override
    public void close() {
        kill();
    }
}
