package io.jiayou.trials.breakdown;

import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Server;
import io.jiayou.trials.server.Step;
import java.io.IOException;

/**
 * The disk of the data directory fills up under load: commands are refused as problems of the moment, queries go on, and
 * once there is room the same process accepts, signs and archives again.
 */
final class FullStore {

    /** Some seconds of commands. */
    private static final long MOST_LEFT = 6_000_000;

    private final ArchivedSystem archived;
    private final SmallDisk disk;
    private final Watched watched;

    FullStore(ArchivedSystem archived, SmallDisk disk, Watched watched) {
        this.archived = archived;
        this.disk = disk;
        this.watched = watched;
    }

    /** @return whether the store met the full disk */
    boolean fillOnce() throws IOException, InterruptedException {
        Server server = archived.system().serving();
        Client client = server.client();
        long left = archived.system().random().nextLong(MOST_LEFT);
        boolean met = watched.await("a command is refused on the full disk", () -> {
            // The store gives room back while it tidies up.
            disk.fill(left);
            return isRefused(client);
        });
        Client.Answer query = client.send("GET", "/api/dashboards/sales?by=day", null);
        watched.expect("a query while the disk is full: " + query, query.ok());
        disk.free();
        watched.await(
                "a command is accepted once there is room", () -> order(client).ok());
        watched.await("the log goes on and no alarm is left, once there is room", () -> Watched.alarms(client)
                .isEmpty());
        watched.expect("the process ended", server.isAlive());
        return met;
    }

    private boolean isRefused(Client client) throws IOException, InterruptedException {
        Client.Answer answer = order(client);
        if (answer.ok()) {
            return false;
        }
        boolean clean = answer.status() == 503
                && answer.body().path("code").asString("").equals("unavailable");
        watched.expect("a command was refused with " + answer, clean);
        return true;
    }

    private Client.Answer order(Client client) throws IOException, InterruptedException {
        Step order = archived.system().scripts().anyOrder(archived.system().random());
        return client.send(order.method(), order.path(), order.body());
    }
}
