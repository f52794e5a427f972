package io.jiayou.acceptance;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.jiayou.audit.records.AxonServerEventRecords;
import io.jiayou.cli.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real Axon Server as a process on this machine. Its jar is named by {@code -Djiayou.axonserver.jar}, the Java that runs it
 * by {@code -Djiayou.axonserver.java}.
 */
final class AxonServer implements AutoCloseable {

    private final ChildProcess process;
    private final int port;
    private @Nullable AxonServerConnectionFactory connections;

    private AxonServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Standard output says when its gRPC port is open; the health address alone says so too early. */
    static AxonServer start(Path directory, String name) throws IOException, InterruptedException {
        Path store = directory.resolve(name);
        int http = Ports.free();
        int grpc = Ports.free();
        List<String> command = List.of(
                System.getProperty("jiayou.axonserver.java", "java"),
                "-Xmx256m",
                "-jar",
                System.getProperty("jiayou.axonserver.jar"),
                "--server.address=127.0.0.1",
                "--server.port=" + http,
                "--axoniq.axonserver.port=" + grpc,
                "--axoniq.axonserver.hostname=localhost",
                "--axoniq.axonserver.domain=",
                "--axoniq.axonserver.controldb-path=" + store,
                "--axoniq.axonserver.controldb-backup-location=" + store,
                "--axoniq.axonserver.pid-file-location=" + store,
                "--axoniq.axonserver.event.storage=" + store,
                "--axoniq.axonserver.snapshot.storage=" + store,
                "--axoniq.axonserver.event.segment-size=16MB",
                "--axoniq.axonserver.snapshot.segment-size=4MB",
                "--axoniq.axonserver.plugins-enabled=false",
                "--axoniq.axonserver.accesscontrol.enabled=false");
        ChildProcess process = ChildProcess.start(Files.createDirectory(store), name, command, Map.of());
        process.awaitLog("Axon Server Gateway started on port: " + grpc);
        return new AxonServer(process, grpc);
    }

    /** Of its gRPC, {@code host:port}. */
    String address() {
        return "localhost:" + port;
    }

    /** Its events, byte for byte. */
    synchronized AxonServerEventRecords events() {
        AxonServerConnectionFactory open = connections;
        if (open == null) {
            open = AxonServerConnectionFactory.forClient("acceptance")
                    .routingServers(new ServerAddress("localhost", port))
                    .build();
            connections = open;
        }
        AxonServerConnection connection = open.connect("default");
        return new AxonServerEventRecords(connection::eventChannel);
    }

    @Override
    public synchronized void close() throws InterruptedException {
        if (connections != null) {
            connections.shutdown();
        }
        process.close();
    }
}
