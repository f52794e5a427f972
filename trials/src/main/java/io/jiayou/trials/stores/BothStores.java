package io.jiayou.trials.stores;

import io.jiayou.embedded.events.AppendCounters;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** The command side twice in this process, its events on the same disk: in our store, and in Axon's JDBC engine. */
public final class BothStores implements AutoCloseable {

    private final Postgres postgres;
    private final CommandPath ours;
    private final CommandPath stock;

    private BothStores(Postgres postgres, CommandPath ours, CommandPath stock) {
        this.postgres = postgres;
        this.ours = ours;
        this.stock = stock;
    }

    public static BothStores start(Path directory) throws IOException, SQLException {
        Path events = Files.createDirectory(directory.resolve("events"));
        Postgres postgres = Postgres.start(Files.createDirectory(directory.resolve("postgres")));
        try {
            CommandPath ours = CommandPath.onOurs(events);
            return new BothStores(postgres, ours, CommandPath.onStock(postgres, events));
        } catch (RuntimeException failure) {
            postgres.close();
            throw failure;
        }
    }

    public CommandPath ours() {
        return ours;
    }

    public CommandPath stock() {
        return stock;
    }

    /** What an acknowledgement means on both sides. */
    public String durability() throws SQLException {
        return "both acknowledge when the disk has the events: ours forces each group of commits; PostgreSQL "
                + postgres.durability();
    }

    /** What was forced to disk so far. */
    public Syncs syncs() throws SQLException {
        AppendCounters counters = ours.bean(RocksEventStorageEngine.class).counters();
        return new Syncs(counters.appends(), counters.syncs(), postgres.syncs());
    }

    /**
     * @param commits of ours
     * @param ours how often our log was forced for them
     * @param stock how often PostgreSQL forced its log
     */
    public record Syncs(long commits, long ours, long stock) {

        /** @throws IllegalStateException if either side forced nothing: then the measurement isn't valid */
        public Syncs since(Syncs before) {
            Syncs since = new Syncs(commits - before.commits, ours - before.ours, stock - before.stock);
            if (since.ours <= 0 || since.stock <= 0) {
                throw new IllegalStateException("not both sides forced their commits to disk: " + since);
            }
            return since;
        }

        @Override
        public String toString() {
            return "counted: ours %,d syncs for %,d commits, PostgreSQL %,d syncs".formatted(ours, commits, stock);
        }
    }

    @Override
    public void close() throws IOException {
        try (postgres;
                ours;
                stock) {
            // closes the command sides before the database
        }
    }
}
