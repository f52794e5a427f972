package io.jiayou.trials.siege;

import io.jiayou.cli.Ports;
import io.jiayou.trials.server.Server;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The nginx that is shipped for containers, with its configuration as it is, before a system on this machine. */
final class Gateway implements AutoCloseable {

    private static final List<String> PLACES = List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx");
    private static final int PATIENCE = 100;

    private final Process process;
    private final int port;

    private Gateway(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Where nginx is on this machine. */
    static Optional<Path> nginx() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** @param directory empty, for its files */
    static Gateway start(Path nginx, Path directory, Server server) throws IOException, InterruptedException {
        Path shipped = Path.of(System.getProperty("jiayou.home", "."), "docker", "gateway", "nginx.conf");
        int port = Ports.free();
        Files.createDirectories(directory);
        String files = directory.toAbsolutePath() + "/";
        Files.writeString(
                directory.resolve("nginx.conf"),
                Files.readString(shipped)
                        .replace("/tmp/", files)
                        .replace("listen 8080;", "listen 127.0.0.1:" + port + ";")
                        .replace("access_log /dev/stdout request;", "access_log off;"));
        StringBuilder upstreams = new StringBuilder();
        for (String side : List.of("command_side", "query_side", "audit_node")) {
            upstreams.append("map \"\" $%s { default 127.0.0.1:%d; }\n".formatted(side, server.port()));
        }
        Files.writeString(directory.resolve("upstreams.conf"), upstreams);
        Process process = new ProcessBuilder(
                        nginx.toString(), "-p", files, "-c", files + "nginx.conf", "-g", "daemon off;" + user())
                .redirectErrorStream(true)
                .redirectOutput(new File(files + "nginx.out"))
                .start();
        Gateway gateway = new Gateway(process, port);
        gateway.await();
        return gateway;
    }

    /** Only a privileged nginx has users to choose from. */
    private static String user() {
        String name = System.getProperty("user.name", "");
        return name.equals("root") ? " user root root;" : "";
    }

    private void await() throws IOException, InterruptedException {
        for (int n = 0; n < PATIENCE; n++) {
            try (Socket ignored = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        process.destroy();
        throw new IOException("nginx doesn't listen");
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
