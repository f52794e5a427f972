package io.jiayou.cli;

import io.jiayou.access.Role;
import java.util.EnumSet;
import java.util.Set;
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

    /** For each of these somebody may act at the terminal. */
    private static final Set<Role> ROLES = EnumSet.complementOf(EnumSet.of(Role.NEWCOMER));

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
        expectWhole();
        JsonNode granted = data.running().token(role, driver, station);
        if (json.asked()) {
            json.print(granted);
        } else {
            System.out.println(granted.path("accessToken").asString(""));
        }
        return 0;
    }

    /** What the system would refuse, with the options that it doesn't know. */
    private void expectWhole() {
        Role wanted = Role.of(role)
                .filter(ROLES::contains)
                .orElseThrow(() -> new Failure(
                        "--role is one of {0}, not {1}",
                        ROLES.stream().map(Role::code).toList(), role));
        expectGiven("--station ID", station == null && wanted.isOfStation());
        expectGiven("--driver ID", driver == null && wanted == Role.DRIVER);
    }

    private void expectGiven(String option, boolean missing) {
        if (missing) {
            throw new Failure("--role {0} needs {1}", role, option);
        }
    }
}
