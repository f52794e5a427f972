package io.jiayou.foreign;

import io.jiayou.cli.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A system of its own that was started as users start it. */
final class Served implements AutoCloseable {

    private final Path data;
    private final String address;
    private final Program script = new Program(Path.of(".."), Map.of("LC_ALL", "C"));

    private Served(Path data, int port) {
        this.data = data;
        this.address = "http://127.0.0.1:" + port;
    }

    static Served in(Path data) throws IOException {
        int port = Ports.free();
        Served served = new Served(data, port);
        served.jiayou("start", "--stand-ins", "--port", String.valueOf(port));
        return served;
    }

    String address() {
        return address;
    }

    /** Where its document is served. */
    String document() {
        return address + "/v3/api-docs";
    }

    Path data() {
        return data;
    }

    /** A token for five minutes. */
    String token(String role, String... ofWhom) {
        List<String> command = new ArrayList<>(List.of("token", "--role", role));
        command.addAll(List.of(ofWhom));
        return jiayou(command.toArray(String[]::new)).strip();
    }

    private String jiayou(String... command) {
        List<String> all = new ArrayList<>(List.of("./jiayou"));
        all.addAll(List.of(command));
        all.addAll(List.of("--data", data.toString()));
        return script.succeeds(all.toArray(String[]::new));
    }

    @Override
    public void close() {
        jiayou("stop");
    }
}
