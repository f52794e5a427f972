package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the compose file promises of keys, credentials and networks. */
class ComposeFileTest {

    private static final Path FILE = Path.of("..", "docker", "compose.yaml");
    private static final Pattern WITHOUT_LOGIN = Pattern.compile("mongodb://[^@/]*/");

    private static Map<?, ?> all(String kind) throws IOException {
        try (Reader in = Files.newBufferedReader(FILE)) {
            Map<?, ?> file = new Yaml().load(in);
            return (Map<?, ?>) part(file, kind);
        }
    }

    private static Map<?, ?> service(String name) throws IOException {
        return (Map<?, ?>) part(all("services"), name);
    }

    private static Object part(Map<?, ?> whole, String name) {
        return Objects.requireNonNull(whole.get(name), name);
    }

    private static String setting(String service, String name) throws IOException {
        return String.valueOf(((Map<?, ?>) part(service(service), "environment")).get(name));
    }

    @Test
    void noApplicationStartsWithoutAMasterKey() throws IOException {
        for (String application : List.of("command-side", "query-side", "audit-node")) {
            assertThat(setting(application, "JIAYOU_MASTER_KEY"))
                    .as(application)
                    .startsWith("${JIAYOU_MASTER_KEY:?");
        }
    }

    @Test
    void credentialsAreApartFromReadModels() throws IOException {
        assertThat(part(service("mongodb"), "networks")).isEqualTo(List.of("documents"));
        assertThat(part(service("credentials"), "networks")).isEqualTo(List.of("credentials"));
        assertThat(part(service("command-side"), "networks").toString()).doesNotContain("documents");
        assertThat(setting("command-side", "JIAYOU_IDENTITY_MONGODB_URI")).contains("//commands:", "@credentials:");
        assertThat(service("mongodb").get("volumes"))
                .isNotEqualTo(service("credentials").get("volumes"));
    }

    @Test
    void queryNodesLogInAsSomebodyWhoOnlyOpens() throws IOException {
        for (String node : List.of("query-side", "audit-node")) {
            assertThat(setting(node, "JIAYOU_IDENTITY_MONGODB_URI")).contains("//queries:", "@credentials:");
            assertThat(setting(node, "JIAYOU_MONGODB_URI")).contains("//queries:", "@mongodb:");
        }
        String users = Files.readString(Path.of("..", "docker", "mongodb", "credentials-users.js"));
        assertThat(users)
                .contains("{ resource: collection('person-keys'), actions: ['find'] }")
                .contains("{ user: 'queries', pwd: secret('queries'), roles: ['opening'] }");
    }

    /** Nodes that met on a network with a way out would talk there, where no proxy is believed. */
    @Test
    void whoeverNeedsAWayOutHasOneOfItsOwnAndNobodyElseHasAny() throws IOException {
        Map<String, List<String>> open = new TreeMap<>();
        for (Map.Entry<?, ?> network : all("networks").entrySet()) {
            if (!Boolean.TRUE.equals(((Map<?, ?>) network.getValue()).get("internal"))) {
                open.put(String.valueOf(network.getKey()), onNetwork(network.getKey()));
            }
        }

        assertThat(open)
                .isEqualTo(Map.of(
                        "outside", List.of("gateway"),
                        "outside-commands", List.of("command-side"),
                        "outside-audit", List.of("audit-node")));
    }

    private static List<String> onNetwork(Object network) throws IOException {
        List<String> services = new ArrayList<>();
        for (Object service : all("services").keySet()) {
            if (((List<?>) part(service(String.valueOf(service)), "networks")).contains(network)) {
                services.add(String.valueOf(service));
            }
        }
        return services;
    }

    @Test
    void theGatewayMeetsTheSidesOnTheNetworkThatTheyBelieve() throws IOException {
        for (String application : List.of("command-side", "query-side", "audit-node")) {
            List<?> common = new ArrayList<>((List<?>) part(service("gateway"), "networks"));
            common.retainAll((List<?>) part(service(application), "networks"));

            assertThat(common).as(application).isEqualTo(List.of("sides"));
        }
    }

    @Test
    void eachImageIsBuiltOnce() throws IOException {
        List<String> built = new ArrayList<>();
        for (Object service : all("services").values()) {
            if (((Map<?, ?>) service).containsKey("build")) {
                built.add(String.valueOf(((Map<?, ?>) service).get("image")));
            }
        }

        assertThat(built).hasSize(2).doesNotHaveDuplicates();
        assertThat(service("audit-node").get("image"))
                .isEqualTo(service("query-side").get("image"));
    }

    @Test
    void whatTheAuditNodeTellsTheOutsideCanBeSet() throws IOException {
        Map<?, ?> environment = (Map<?, ?>) part(service("audit-node"), "environment");

        for (String setting : List.of(
                "JIAYOU_AUDIT_WITNESSES",
                "JIAYOU_ALARMS_WEBHOOK_URL",
                "JIAYOU_ALARMS_WEBHOOK_SECRET",
                "JIAYOU_ALARMS_MAIL_FROM",
                "JIAYOU_ALARMS_MAIL_TO",
                "SPRING_MAIL_HOST")) {
            assertThat(environment.containsKey(setting)).as(setting).isTrue();
            assertThat(environment.get(setting)).as(setting).isNull();
        }
    }

    @Test
    void everyMongoAsksForALogin() throws IOException {
        for (String store : List.of("mongodb", "credentials")) {
            assertThat(part(service(store), "command").toString()).contains("--keyFile");
            assertThat(setting(store, "MONGO_INITDB_ROOT_PASSWORD_FILE")).startsWith("/run/secrets/");
        }
        for (String application : List.of("command-side", "query-side", "audit-node")) {
            assertThat(WITHOUT_LOGIN
                            .matcher(part(service(application), "environment").toString())
                            .find())
                    .as(application)
                    .isFalse();
        }
    }

    @Test
    void theExampleNamesWhatHasToBeFilledIn() throws IOException {
        String example = Files.readString(Path.of("..", "docker", ".env.example"));
        Pattern needed = Pattern.compile("\\$\\{([A-Z_]+):\\?");

        assertThat(needed.matcher(Files.readString(FILE))
                        .results()
                        .map(it -> it.group(1))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(name -> assertThat(example).contains("\n" + name + "="));
    }

    /** Requests are answered and what is under way is written before anybody kills a process. */
    @Test
    void whatIsStoppedHasMoreTimeThanItGivesItsRequests() throws IOException {
        for (String side : List.of("command-side", "query-side")) {
            assertThat(Files.readString(Path.of("..", side, "src/main/resources", side + ".yaml")))
                    .contains("lifecycle.timeout-per-shutdown-phase: 20s\n");
        }
        for (Object service : all("services").values()) {
            Object grace = ((Map<?, ?>) service).get("stop_grace_period");
            if (grace != null) {
                assertThat(Integer.parseInt(grace.toString().replace("s", ""))).isGreaterThan(20);
            }
        }
        assertThat(service("command-side").get("stop_grace_period")).isEqualTo("40s");
        assertThat(Files.readString(Path.of("..", "docker", "systemd", "jiayou.service")))
                .contains("\nTimeoutStopSec=150\n");
    }

    @Test
    void noLogOfAContainerFillsADisk() throws IOException {
        for (Map.Entry<?, ?> service : all("services").entrySet()) {
            assertThat(((Map<?, ?>) service.getValue()).get("logging"))
                    .as(String.valueOf(service.getKey()))
                    .isEqualTo(Map.of("driver", "json-file", "options", Map.of("max-size", "20m", "max-file", "5")));
        }
    }
}
