package io.jiayou.trials.stores;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole command side with its real handlers and its real wiring, but no HTTP, on one event store. */
public final class CommandPath implements AutoCloseable {

    private static final int KEY_BYTES = 32;

    private final ConfigurableApplicationContext context;

    private CommandPath(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** On the embedded event store in a directory; keys of persons go beside it. */
    public static CommandPath onOurs(Path directory) {
        return start(OurStore.class, directory, Map.of("trials.events", directory.toString()));
    }

    /** On Axon's JDBC engine over a PostgreSQL; keys of persons go beside a directory. */
    static CommandPath onStock(Postgres postgres, Path directory) {
        return start(StockStore.class, directory, Map.of("trials.postgres", postgres.url()));
    }

    private static CommandPath start(Class<?> store, Path directory, Map<String, Object> settings) {
        return new CommandPath(new SpringApplicationBuilder(CommandSideAlone.class, store)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(Map.of(
                        "spring.config.name", "command-side",
                        "jiayou.axon-server", "false",
                        "jiayou.identifier-key", anyKey(),
                        "trials.keys", directory.toAbsolutePath().getParent() + "",
                        "logging.level.root", "warn"))
                .properties(settings)
                .run());
    }

    private static String anyKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Sends a command and returns when it is acknowledged. */
    public void send(Object command) {
        bean(CommandGateway.class).sendAndWait(command);
    }

    public EventStore events() {
        return bean(EventStore.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
