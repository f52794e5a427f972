package io.jiayou.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/**
 * The command side as an application of its own: needs Axon Server ({@code JIAYOU_AXON_SERVERS}), a key for what
 * identifies drivers ({@code JIAYOU_IDENTIFIER_KEY}), and what seals their data, unless that is left out
 * ({@code JIAYOU_PRIVACY_SEALING=off}).
 */
@EnableAutoConfiguration
@Import(CommandSideConfiguration.class)
public class CommandSide {

    private static final Map<String, String> NEEDED = Map.of(
            "JIAYOU_AXON_SERVERS", "host:port of Axon Server",
            "JIAYOU_IDENTIFIER_KEY", "32 random bytes in Base64, made once and kept");
    private static final Map<String, String> NEEDED_TO_SEAL = Map.of(
            "JIAYOU_MASTER_KEY", "32 random bytes in Base64, made once and kept",
            "JIAYOU_IDENTITY_MONGODB_URI", "a database of its own for keys and credentials");

    public static void main(String[] arguments) {
        List<String> missing = missing(System.getenv());
        if (!missing.isEmpty()) {
            System.err.println("The command side alone needs stores and keys: set " + String.join(" and ", missing)
                    + ", or start everything in one process with ./jiayou start");
            System.exit(1);
        }
        System.setProperty("axoniq.update-checker.disabled", "true");
        new SpringApplicationBuilder(CommandSide.class)
                .properties("spring.config.name=command-side")
                .run(arguments);
    }

    /** The settings that aren't there, each with what belongs into it. */
    static List<String> missing(Map<String, String> environment) {
        boolean sealed = !environment.getOrDefault("JIAYOU_PRIVACY_SEALING", "").equals("off");
        return Stream.of(NEEDED, sealed ? NEEDED_TO_SEAL : Map.<String, String>of())
                .flatMap(needed -> needed.entrySet().stream())
                .filter(setting ->
                        environment.getOrDefault(setting.getKey(), "").isBlank())
                .map(setting -> setting.getKey() + " (" + setting.getValue() + ")")
                .sorted()
                .toList();
    }
}
