package io.jiayou.trials.breakdown;

import io.jiayou.archive.target.Target;
import io.jiayou.trials.kills.LoadedSystem;
import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Kills the whole process at moments of archiving, and sees from what is left which step that was. */
final class KilledWriters {

    private static final Duration LONGEST_LOAD = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Between two appearances there is little to do, so more would often be too late. */
    private static final Duration SHORTLY = Duration.ofMillis(3);

    private final ArchivedSystem archived;
    private final LoadedSystem system;
    private final Path folder;
    private final List<Traces> traces;
    private final Map<String, Integer> hits = new TreeMap<>();
    private Duration segment = Duration.ofMillis(50);
    private Duration fullBackup = Duration.ofMillis(500);

    /** @param folder the target whose files can be seen as they come */
    KilledWriters(ArchivedSystem archived, Path folder) {
        this.archived = archived;
        this.system = archived.system();
        this.folder = folder;
        this.traces = archived.addresses().stream().map(this::tracesOn).toList();
    }

    private Traces tracesOn(String address) {
        Target target = archived.target(address);
        boolean visible = address.equals(folder.toString());
        return new Traces(
                target,
                visible ? folder.resolve(".incoming") : null,
                archived.memory(target),
                archived.kit().trust().archive());
    }

    /** Waits until every target has segments, and sees how long one takes, from its file's beginning to the new head. */
    void observe() throws IOException, InterruptedException {
        system.underLoad(() -> {
            Client client = system.serving().client();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!allHaveSegments(client)) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("nothing is archived: " + client.get("/api/backups"));
                }
                Thread.sleep(50);
            }
            segment = tookASegment();
            long started = System.nanoTime();
            client.send("POST", "/actuator/backups", Map.of());
            fullBackup = Duration.ofNanos(System.nanoTime() - started);
        });
    }

    private static boolean allHaveSegments(Client client) throws IOException, InterruptedException {
        for (JsonNode target : client.get("/api/backups").path("targets")) {
            if (target.path("segments").asLong() < 1) {
                return false;
            }
        }
        return true;
    }

    private Duration tookASegment() throws IOException, InterruptedException {
        try (NewFile begun = NewFile.in(folder.resolve(".incoming"), "");
                NewFile head = NewFile.in(folder, "head.note")) {
            expect(begun.await(PATIENCE));
            long started = System.nanoTime();
            expect(head.await(PATIENCE));
            return Duration.ofNanos(System.nanoTime() - started);
        }
    }

    private static void expect(boolean came) throws IOException {
        if (!came) {
            throw new IOException("no segment was written for " + PATIENCE);
        }
    }

    void kill(Stage stage) throws IOException, InterruptedException {
        system.kill(stage.toString(), server -> await(stage, server));
        for (Traces each : traces) {
            each.ofLastKill().ifPresent(step -> hits.merge("archiving killed behind " + step, 1, Integer::sum));
        }
    }

    private void await(Stage stage, Server server) throws IOException, InterruptedException {
        switch (stage) {
            case BEHIND_A_FILES_BEGINNING -> await(folder.resolve(".incoming"), "", segment);
            case BEHIND_A_SEGMENTS_LINES -> await(folder.resolve("segments"), ".age", SHORTLY);
            case BEHIND_A_SEGMENTS_NOTE -> await(folder.resolve("segments"), ".note", SHORTLY);
            case TAKING_A_FULL_BACKUP -> {
                Thread.sleep(system.upTo(LONGEST_LOAD));
                Thread.ofVirtual().start(() -> takeFullBackup(server.client()));
                Thread.sleep(system.upTo(fullBackup));
            }
            default -> Thread.sleep(system.upTo(LONGEST_LOAD));
        }
    }

    private void await(Path directory, String ending, Duration longest) throws IOException, InterruptedException {
        Thread.sleep(system.upTo(LONGEST_LOAD));
        try (NewFile file = NewFile.in(directory, ending)) {
            expect(file.await(PATIENCE));
            Thread.sleep(system.upTo(longest));
        }
    }

    /** The process is killed before it answers, or it answers. */
    private static void takeFullBackup(Client client) {
        try {
            client.send("POST", "/actuator/backups", Map.of());
        } catch (IOException killed) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Duration segment() {
        return segment;
    }

    /** How many kills found what, by its name. */
    Map<String, Integer> hits() {
        return hits;
    }
}
