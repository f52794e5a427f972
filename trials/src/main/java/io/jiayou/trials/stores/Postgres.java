package io.jiayou.trials.stores;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL of this machine's own, in a directory, as durable as it is by default: a commit is acknowledged when its
 * log record has been forced to disk.
 */
public final class Postgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** @throws IOException if it doesn't start, or doesn't force commits to disk */
    public static Postgres start(Path directory) throws IOException, SQLException {
        Postgres started = new Postgres(EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .setCleanDataDirectory(true)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start());
        if (!started.durability().startsWith("fsync=on synchronous_commit=on")) {
            started.close();
            throw new IOException("PostgreSQL doesn't force its commits: " + started.durability());
        }
        return started;
    }

    public String url() {
        return server.getJdbcUrl(USER, USER);
    }

    /** What it says about itself. */
    public String durability() throws SQLException {
        return "fsync=%s synchronous_commit=%s full_page_writes=%s wal_sync_method=%s"
                .formatted(
                        single("SHOW fsync"),
                        single("SHOW synchronous_commit"),
                        single("SHOW full_page_writes"),
                        single("SHOW wal_sync_method"));
    }

    /** How often it has forced its log to disk. */
    public long syncs() throws SQLException {
        single("SELECT pg_stat_force_next_flush()");
        return Long.parseLong(single("SELECT coalesce(sum(fsyncs), 0) FROM pg_stat_io WHERE object = 'wal'"));
    }

    private String single(String query) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
