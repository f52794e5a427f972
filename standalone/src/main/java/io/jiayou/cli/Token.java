package io.jiayou.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code ./jiayou token}. */
@Command(
        name = "token",
        description = {
            "Print an access token for a role, good for five minutes: whoever can read the data directory may.",
            "It leaves an event in the history, under the operating system's account: terminal.ACCOUNT."
        },
        mixinStandardHelpOptions = true)
final class Token implements Callable<Integer> {

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = "driver, attendant, manager, agent, head-office, auditor, operations or machine.")
    private String role = "";

    @Option(names = "--station", paramLabel = "ID", description = "The station of an attendant or a manager.")
    private @Nullable String station;

    @Option(names = "--driver", paramLabel = "ID", description = "The driver, for the role driver.")
    private @Nullable String driver;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        JsonNode granted = data.running().token(role, driver, station);
        if (json.asked()) {
            json.print(granted);
        } else {
            System.out.println(granted.path("accessToken").asString(""));
        }
        return 0;
    }
}
