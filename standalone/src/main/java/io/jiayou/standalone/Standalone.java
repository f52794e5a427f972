package io.jiayou.standalone;

import io.jiayou.command.CommandSideConfiguration;
import io.jiayou.metadata.EventClock;
import io.jiayou.query.QuerySideConfiguration;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * The whole system in one process. The stores are embedded unless {@code JIAYOU_AXON_SERVERS} and {@code
 * JIAYOU_MONGODB_URI} name others.
 */
@EnableAutoConfiguration
@Import({
    CommandSideConfiguration.class,
    QuerySideConfiguration.class,
    EmbeddedEventStore.class,
    EmbeddedReadStore.class,
    EmbeddedCredentials.class,
    TerminalCommandLogin.class,
    DemoRunner.class,
    DrillSchedule.class
})
public class Standalone {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    static SpringApplicationBuilder application() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        EventClock.useMilliseconds();
        return new SpringApplicationBuilder(Standalone.class)
                .properties(Map.of("spring.config.name", "standalone"))
                .initializers(new DataDirectory(), new ManagementAddress());
    }
}
