package io.jiayou.trials.breakdown;

import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Step;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/**
 * The disk of an archive fills up while the system runs on: commands go on, an alarm says why nothing is archived, what is
 * there holds, and once there is room the archive catches up by itself.
 */
final class FullArchive {

    /** Around what some segments take, with everything that goes with them. */
    private static final long MOST_LEFT = 600_000;

    private final ArchivedSystem archived;
    private final SmallDisk disk;
    private final Watched watched;

    FullArchive(ArchivedSystem archived, SmallDisk disk, Watched watched) {
        this.archived = archived;
        this.disk = disk;
        this.watched = watched;
    }

    /** @return whether the archive met the full disk */
    boolean fillOnce() throws IOException, InterruptedException {
        Client client = archived.system().serving().client();
        disk.fill(archived.system().random().nextLong(MOST_LEFT));
        boolean met = watched.await("an alarm that names the full disk of the archive", () -> isTold(client));
        Step order = archived.system().scripts().anyOrder(archived.system().random());
        Client.Answer accepted = client.send(order.method(), order.path(), order.body());
        watched.expect("a command while the archive's disk is full: " + accepted, accepted.ok());
        expectWhole("on the full disk");
        disk.free();
        watched.await("the archive catches up and the alarm ends, once there is room", () -> isWell(client));
        expectWhole("after there was room");
        return met;
    }

    private static boolean isTold(Client client) throws IOException, InterruptedException {
        return Watched.archive(client).path("error").asString("").contains("No space left")
                && Watched.alarms(client).contains("No space left");
    }

    private static boolean isWell(Client client) throws IOException, InterruptedException {
        JsonNode standing = Watched.archive(client);
        return !standing.hasNonNull("error")
                && standing.path("waitingSeconds").asLong() == 0
                && Watched.alarms(client).isEmpty();
    }

    private void expectWhole(String when) throws IOException {
        var finding = archived.verify(archived.addresses().getFirst());
        watched.expect("the archive " + when + ": " + finding, finding.holds());
    }
}
