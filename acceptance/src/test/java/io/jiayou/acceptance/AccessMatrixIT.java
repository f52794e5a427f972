package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.jiayou.access.AccessTable;
import io.jiayou.access.EndpointRule;
import io.jiayou.access.Right;
import io.jiayou.access.Rights;
import io.jiayou.access.Role;
import io.jiayou.access.Scope;
import io.jiayou.ids.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every endpoint, asked by every role about its own and about a foreign object, over HTTP: what is let through is
 * compared with the table of rights, and with a file that people review.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {

    private static final Path EXPECTED = Path.of("src/test/resources/io/jiayou/acceptance/access-matrix.txt");
    /** Behind the scope of a key that is good for one station. */
    private static final String OF_ONE_STATION = "@station";

    private static final Set<Integer> REFUSALS = Set.of(401, 403);

    /** Whose order, feedback and station stand in a request. */
    private record Things(String driver, String station, String order, String feedback) {}

    private @Nullable Guarded system;
    private final Map<String, @Nullable String> tokens = new LinkedHashMap<>();
    private String oneTimePassword = "";
    private final Things own = new Things("d-own", "s-own", "o-own", "f-own");
    private final Things foreign = new Things("d-foreign", "s-foreign", "o-foreign", "f-foreign");

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException {
        system = Guarded.start(directory, "required");
        String operations = system().token("operations", null, null);
        for (Things it : List.of(own, foreign)) {
            create(it, operations);
        }
        tokens.put("nobody", null);
        for (Role role : Role.values()) {
            if (role == Role.MACHINE) {
                for (Scope scope : Scope.values()) {
                    tokens.put("machine/" + scope.code(), machine(scope, null, operations));
                    if (AccessTable.shipped().isOfThings(scope)) {
                        tokens.put("machine/" + scope.code() + OF_ONE_STATION, machine(scope, own.station, operations));
                    }
                }
            } else if (role == Role.NEWCOMER) {
                tokens.put(role.code(), newcomer(operations));
            } else {
                tokens.put(
                        role.code(),
                        system().token(
                                        role.code(),
                                        role == Role.DRIVER ? own.driver : null,
                                        role.isOfStation() ? own.station : null));
            }
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void letsThroughWhatTheTableSaysAndNothingElse() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        List<String> surprises = new ArrayList<>();
        for (EndpointRule rule : erasureLast()) {
            List<String> let = new ArrayList<>();
            for (String who : tokens.keySet()) {
                boolean ownLet = isLetThrough(rule, who, own);
                boolean foreignLet = isLetThrough(rule, who, foreign);
                String measured = measured(ownLet, foreignLet);
                if (!measured.equals(expected(rule, who))) {
                    surprises.add(rule.name() + ", " + who + ": " + measured + " instead of " + expected(rule, who));
                }
                if (!measured.equals("none")) {
                    let.add(who + (measured.equals("own") ? ":own" : ""));
                }
            }
            lines.add(rule.name() + " | " + String.join(" ", let));
        }

        assertThat(surprises).isEmpty();
        assertThat(lines).hasSizeGreaterThan(70);
        matches(lines.stream().sorted().collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void keysForWhatIsNoStationsOwnCantBeOfOne() throws IOException, InterruptedException {
        for (String scope : List.of("metrics", "archive", "read-models")) {
            Map<String, Object> wanted =
                    Map.of("name", scope, "scopes", List.of("reading", scope), "stationId", own.station, "days", 1);
            Guarded.Answer refused =
                    system().send(system().token("operations", null, null), "POST", "/api/machine-keys", wanted);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("field").asString("")).isEqualTo("stationId");
        }
    }

    /** Whoever is erased is let through nowhere any more. */
    private static List<EndpointRule> erasureLast() {
        return AccessTable.shipped().endpoints().stream()
                .sorted(Comparator.comparing(rule -> rule.name().equals("DELETE /api/drivers/{driverId}")))
                .toList();
    }

    private static String measured(boolean own, boolean foreign) {
        if (foreign) {
            return own ? "all" : "foreign only";
        }
        return own ? "own" : "none";
    }

    private static String expected(EndpointRule rule, String who) {
        Rights rights = rule.rights();
        String name = who.replace(OF_ONE_STATION, "");
        boolean ofOneStation = who.endsWith(OF_ONE_STATION);
        List<Right> held = rights.rights().stream()
                .filter(it -> (it.toString() + ":").startsWith(name + ":"))
                .toList();
        if (rights.everybody() || !ofOneStation && held.stream().anyMatch(it -> !it.own())) {
            return "all";
        }
        boolean ownsSomething = ofOneStation ? !rule.objects().isEmpty() : !isProgram(name);
        return !held.isEmpty() && ownsSomething ? "own" : "none";
    }

    /** Which, without a station, owns nothing. */
    private static boolean isProgram(String name) {
        return name.startsWith(Role.MACHINE.code() + "/");
    }

    private boolean isLetThrough(EndpointRule rule, String who, Things objects)
            throws IOException, InterruptedException {
        String path = filled(rule.path(), objects) + query(rule, objects);
        Guarded.Answer answer = system().send(tokens.get(who), rule.method(), path, body(rule, objects));
        if (rule.name().equals("DELETE /api/sessions/current") && who.equals(Role.NEWCOMER.code())) {
            tokens.put(who, newcomerLogsIn());
        }
        // a login that fails isn't a refusal of access
        return !REFUSALS.contains(answer.status()) || answer.code().equals("login-refused");
    }

    private static String filled(String path, Things objects) {
        return path.replace("{driverId}", objects.driver)
                .replace("{stationId}", objects.station)
                .replace("{orderId}", objects.order)
                .replace("{feedbackId}", objects.feedback)
                .replaceAll("\\{[^}]+}", "none");
    }

    private static String query(EndpointRule rule, Things objects) {
        return rule.objects().stream()
                .filter(EndpointRule.Place::parameter)
                .map(place -> switch (place.kind()) {
                    case DRIVER -> place.name() + "=" + objects.driver;
                    case STATION -> place.name() + "=" + objects.station;
                    case ORDER -> place.name() + "=" + objects.order;
                    case FEEDBACK -> place.name() + "=" + objects.feedback;
                })
                .collect(Collectors.joining("&", "?", ""));
    }

    /** An empty one, but where the command's own rule looks at what is named in it. */
    private static @Nullable Object body(EndpointRule rule, Things objects) {
        return switch (rule.name()) {
            case "POST /api/orders" -> order(Ids.timeOrdered(), objects);
            case "POST /api/feedback" -> feedback(Ids.timeOrdered(), objects);
            default -> rule.method().equals("GET") ? null : Map.of();
        };
    }

    private static Map<String, Object> order(String id, Things objects) {
        return Map.of(
                "orderId",
                id,
                "driverId",
                objects.driver,
                "stationId",
                objects.station,
                "pump",
                1,
                "grade",
                "95#",
                "preset",
                Map.of("kind", "AMOUNT", "amount", 20_000));
    }

    private static Map<String, Object> feedback(String id, Things objects) {
        return Map.of(
                "feedbackId",
                id,
                "driverId",
                objects.driver,
                "orderId",
                objects.order,
                "category",
                "OTHER",
                "text",
                "something",
                "channel",
                "MINI_PROGRAM");
    }

    private void create(Things it, String operations) throws IOException, InterruptedException {
        String headOffice = system().token("head-office", null, null);
        String driver = system().token("driver", it.driver, null);
        int number = it.equals(own) ? 1 : 2;
        system().accepted(
                        operations,
                        "POST",
                        "/api/drivers",
                        Map.of("driverId", it.driver, "name", "某人", "phone", "1380013800" + number));
        system().accepted(headOffice, "POST", "/api/stations", Map.of("stationId", it.station, "name", it.station));
        system().accepted(
                        headOffice,
                        "PUT",
                        "/api/stations/" + it.station + "/pumps/1",
                        Map.of("grades", List.of("95#")));
        system().accepted(
                        headOffice,
                        "PUT",
                        "/api/stations/" + it.station + "/prices/95%23",
                        Map.of("unitPrice", 7_890, "currency", "CNY", "holdsFrom", "2026-01-01T00:00:00+08:00"));
        system().accepted(driver, "POST", "/api/orders", order(it.order, it));
        long version = system().accepted(driver, "POST", "/api/feedback", feedback(it.feedback, it))
                .path("version")
                .asLong(-1);
        system().accepted(driver, "GET", "/api/orders/" + it.order + "?version=" + version, null);
        system().accepted(driver, "GET", "/api/feedback/" + it.feedback + "?version=" + version, null);
    }

    private String machine(Scope scope, @Nullable String station, String operations)
            throws IOException, InterruptedException {
        Map<String, Object> request =
                new LinkedHashMap<>(Map.of("name", scope.code(), "scopes", List.of(scope.code()), "days", 1));
        if (station != null) {
            request.put("stationId", station);
        }
        String key = system().accepted(operations, "POST", "/api/machine-keys", request)
                .path("key")
                .asString("");
        return system().accepted(null, "POST", "/api/sessions/machine", Map.of("key", key))
                .path("accessToken")
                .asString("");
    }

    private String newcomer(String operations) throws IOException, InterruptedException {
        oneTimePassword = system().accepted(
                        operations, "POST", "/api/accounts", Map.of("name", "newcomer", "role", "auditor"))
                .path("oneTimePassword")
                .asString("");
        return newcomerLogsIn();
    }

    private String newcomerLogsIn() throws IOException, InterruptedException {
        return system().accepted(
                        null, "POST", "/api/sessions/staff", Map.of("name", "newcomer", "password", oneTimePassword))
                .path("accessToken")
                .asString("");
    }

    private static void matches(String measured) throws IOException {
        if (Boolean.getBoolean("jiayou.approve") && System.getenv("CI") == null) {
            Files.createDirectories(EXPECTED.getParent());
            Files.writeString(EXPECTED, measured);
        } else if (!Files.exists(EXPECTED) || !Files.readString(EXPECTED).equals(measured)) {
            fail("the measured rights differ from %s; they are%n%s", EXPECTED, measured);
        }
    }

    private Guarded system() {
        return Objects.requireNonNull(system);
    }
}
