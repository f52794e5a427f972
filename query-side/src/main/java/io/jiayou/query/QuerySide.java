package io.jiayou.query;

import io.jiayou.metadata.EventClock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * The query side as an application of its own: needs Axon Server ({@code JIAYOU_AXON_SERVERS}) and MongoDB
 * ({@code JIAYOU_MONGODB_URI}).
 */
@EnableAutoConfiguration
@Import(QuerySideConfiguration.class)
public class QuerySide {

    private static final List<String> NEEDED = List.of("JIAYOU_AXON_SERVERS", "JIAYOU_MONGODB_URI");

    public static void main(String[] arguments) {
        List<String> missing = missing(System.getenv());
        if (!missing.isEmpty()) {
            System.err.println("The query side alone needs an event store and a read store: set "
                    + String.join(" and ", missing) + ", or start everything in one process with ./jiayou start");
            System.exit(1);
        }
        System.setProperty("axoniq.update-checker.disabled", "true");
        EventClock.useMilliseconds();
        new SpringApplicationBuilder(QuerySide.class)
                .properties("spring.config.name=query-side")
                .run(arguments);
    }

    static List<String> missing(Map<String, String> environment) {
        return NEEDED.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
    }
}
