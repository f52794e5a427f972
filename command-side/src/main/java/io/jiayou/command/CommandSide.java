package io.jiayou.command;

import io.jiayou.metadata.EventClock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The command side as an application of its own: needs Axon Server ({@code JIAYOU_AXON_SERVERS}). */
@EnableAutoConfiguration
@Import(CommandSideConfiguration.class)
public class CommandSide {

    public static void main(String[] arguments) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        EventClock.useMilliseconds();
        new SpringApplicationBuilder(CommandSide.class)
                .properties("spring.config.name=command-side")
                .run(arguments);
    }
}
