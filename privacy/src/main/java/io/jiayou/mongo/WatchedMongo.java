package io.jiayou.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import io.jiayou.outside.Dependency;
import io.jiayou.outside.Patience;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * A server of MongoDB, or the primary of several, as a {@link Dependency}. Clients that it watches tell it of what fails, and ask
 * nothing of it while it's away: their threads hear that at once.
 */
public final class WatchedMongo implements AutoCloseable {

    private static final Document PING = new Document("ping", 1);

    private final MongoClient asking;
    private final Dependency dependency;

    /** @param name of the dependency */
    public WatchedMongo(String name, ConnectionString address, InstantSource clock) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder().applyConnectionString(address);
        limit(settings, Patience.PROBE, Patience.PROBE);
        settings.applyToConnectionPoolSettings(pool -> pool.minSize(0).maxSize(1));
        asking = MongoClients.create(settings.build());
        dependency = new Dependency(name, this::ping, WatchedMongo::isAbsence, clock);
    }

    public Dependency dependency() {
        return dependency;
    }

    /** Makes a client one that is watched, and waits no longer than it's worth. */
    public void watch(MongoClientSettings.Builder settings) {
        limit(settings, Patience.PERSON, Patience.WORK);
        settings.applyToClusterSettings(cluster -> cluster.serverSelector(those -> {
                            dependency.require();
                            return those.getServerDescriptions();
                        })
                        .addClusterListener(new Losses()))
                .addCommandListener(new Failures());
    }

    private static void limit(MongoClientSettings.Builder settings, Duration connect, Duration answer) {
        settings.applyToSocketSettings(socket -> socket.connectTimeout((int) connect.toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout((int) answer.toMillis(), TimeUnit.MILLISECONDS))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(connect.toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(connect.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void ping(Duration within) {
        asking.getDatabase("admin")
                .withTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .runCommand(PING);
    }

    /** Whether nothing answered, or what answered can't serve now and something else soon will. */
    private static boolean isAbsence(Throwable failure) {
        return failure instanceof MongoSocketException
                || failure instanceof MongoTimeoutException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || failure instanceof MongoConnectionPoolClearedException
                || failure instanceof MongoServerUnavailableException;
    }

    @Override
    public void close() {
        asking.close();
    }

    /** The driver looks after its servers, too, and may notice first. */
    private final class Losses implements ClusterListener {

        @Override
        public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
            if (event.getPreviousDescription().hasWritableServer()
                    && !event.getNewDescription().hasWritableServer()) {
                event.getNewDescription().getServerDescriptions().stream()
                        .map(server -> server.getException())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(dependency::isAway);
            }
        }
    }

    /** In the thread that called, before it hears of it. */
    private final class Failures implements CommandListener {

        @Override
        public void commandFailed(CommandFailedEvent event) {
            dependency.failed(event.getThrowable());
        }
    }
}
