package io.jiayou.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.Answer;
import io.jiayou.http.Client;
import io.jiayou.ids.Ids;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Starts on an empty store, since the examples' names and numbers are always the same. */
@OnTheCommandSide
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ApiDocumentIT {

    /** An order in which a newcomer could try everything. */
    private static final List<String> TRIED = List.of(
            "POST /api/drivers",
            "PUT /api/drivers/{driverId}",
            "PUT /api/drivers/{driverId}/contact",
            "POST /api/drivers/{driverId}/vehicles",
            "DELETE /api/drivers/{driverId}/vehicles/{plate}",
            "POST /api/stations",
            "PUT /api/stations/{stationId}",
            "PUT /api/stations/{stationId}/pumps/{pump}",
            "PUT /api/stations/{stationId}/prices/{grade}",
            "POST /api/stations/{stationId}/closure",
            "POST /api/stations/{stationId}/opening",
            "POST /api/orders",
            "POST /api/orders/{orderId}/payment",
            "POST /api/orders/{orderId}/dispense",
            "POST /api/orders/{orderId}/completion",
            "POST /api/feedback",
            "POST /api/feedback/{feedbackId}/replies",
            "POST /api/feedback/{feedbackId}/resolution",
            "POST /api/feedback/{feedbackId}/reopening",
            "POST /api/archives/{archiveId}/prunings",
            "POST /api/annulments/unreadable-events");

    /** Of people who log in by name; nobody here does. */
    private static final List<String> OF_PERSONS =
            List.of("POST /api/annulments", "POST /api/annulments/{annulmentId}/confirmation");

    /** Tried on an order of its own, since the first one is complete. */
    private static final String CANCELLATION = "POST /api/orders/{orderId}/cancellation";

    /** Not tried: it needs a code that was sent to the number. */
    private static final String PHONE = "PUT /api/drivers/{driverId}/phone";

    /** Tried on a driver of its own, since others need the one of the examples. */
    private static final String ERASURE = "DELETE /api/drivers/{driverId}";

    private final Client client;
    private final JsonNode document;
    private final Map<String, Documented> commands;

    ApiDocumentIT(@LocalServerPort int port) {
        client = new Client(port);
        document = client.get("/v3/api-docs").json();
        commands =
                Documented.commands(document).stream().collect(Collectors.toMap(Documented::name, Function.identity()));
    }

    @Test
    void introducesTheApi() {
        assertThat(document.at("/info/title").asString()).isEqualTo("Jiayou");
        assertThat(document.at("/info/description").asString())
                .contains("receipt")
                .contains("minor units")
                .contains("Accept-Language");
        assertThat(document.at("/info/license/identifier").asString()).isEqualTo("Apache-2.0");
    }

    @Test
    void describesEveryTagThatIsUsed() {
        assertThat(document.get("tags").valueStream())
                .allSatisfy(
                        tag -> assertThat(tag.path("description").asString()).isNotBlank());
        assertThat(document.get("tags").findValuesAsString("name"))
                .containsExactly(
                        "Drivers",
                        "Stations",
                        "Orders",
                        "Feedback",
                        "Operations",
                        "Imports",
                        "Sessions",
                        "Accounts",
                        "Border");
        assertThat(commands.values())
                .allSatisfy(
                        command -> assertThat(command.operation().get("tags")).hasSize(1));
    }

    @Test
    void summarisesEveryCommand() {
        assertThat(commands.values()).allSatisfy(command -> assertThat(
                        command.operation().path("summary").asString())
                .isNotBlank());
    }

    @Test
    void givesAnExampleOfEveryBodyAndOfEveryParameter() {
        assertThat(commands.values()).allSatisfy(command -> {
            assertThat(command.example().isMissingNode()).isNotEqualTo(command.hasBody());
            assertThat(command.examplePath()).doesNotContain("{");
        });
    }

    @Test
    void saysThatAReceiptIsAnswered() {
        assertThat(commands.values()).allSatisfy(command -> {
            String status = command.path().indexOf('{') < 0 ? "201" : "200";
            assertThat(command.operation()
                            .at("/responses/" + status + "/content")
                            .path("application/json")
                            .at("/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/Receipt");
        });
        assertThat(document.at("/components/schemas/Receipt/properties").propertyNames())
                .containsExactlyInAnyOrder("id", "version");
    }

    @Test
    void describesProblemsAsWhatTheyAre() {
        assertThat(commands.values()).allSatisfy(command -> Stream.of("400", "401", "403", "404", "409", "429", "503")
                .forEach(status -> assertThat(command.operation()
                                .at("/responses/" + status + "/$ref")
                                .asString())
                        .isEqualTo("#/components/responses/Problem" + status)));
        assertThat(document.at("/components/responses/Problem409/content")
                        .path("application/problem+json")
                        .at("/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
    }

    @Test
    void holdsBodiesToWhatTheirValuesAreHeldTo() {
        JsonNode order = document.at("/components/schemas/OrderRequest");

        assertThat(order.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(order.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("orderId", "driverId", "stationId", "pump", "grade", "preset");
        assertThat(order.at("/properties/pump/maximum").asInt()).isEqualTo(999);
        assertThat(order.at("/properties/orderId/pattern").asString())
                .startsWith("^")
                .endsWith("$");
        assertThat(order.at("/properties/plate/type").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("string", "null");
        assertThat(document.at("/components/schemas/PaymentRequest/properties/currency/enum")
                        .size())
                .isGreaterThan(100);
        assertThat(document.at("/components/schemas/DriverRequest/properties/name/maxLength")
                        .asInt())
                .isEqualTo(64);
    }

    @Test
    void describesEveryFieldThatAProblemHas() {
        Answer problem = client.post("/api/drivers", "{\"name\":\"\"}");

        assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
                .containsAll(problem.json().propertyNames());
    }

    @Test
    void givesExamplesThatAreAllAccepted() {
        assertThat(commands.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(TRIED, OF_PERSONS, List.of(CANCELLATION, ERASURE, PHONE))
                        .flatMap(List::stream)
                        .toList());
        OF_PERSONS.forEach(name ->
                assertThat(command(name).sendExample(client).status()).as(name).isEqualTo(401));
        TRIED.forEach(name -> {
            Answer answer = command(name).sendExample(client);
            assertThat(answer.status()).as("%s: %s", name, answer.body()).isIn(200, 201);
        });

        String orderId = Ids.timeOrdered();
        client.post(
                "/api/orders", command("POST /api/orders").example().toString().replace(ExampleIds.ORDER, orderId));
        Documented cancellation = command(CANCELLATION);
        Business.accepted(client.post(
                cancellation.examplePath().replace(ExampleIds.ORDER, orderId),
                cancellation.example().toString()));

        String driverId = new Business(client).driver();
        Business.accepted(client.delete(command(ERASURE).examplePath().replace(ExampleIds.DRIVER, driverId)));
    }

    private Documented command(String name) {
        return requireNonNull(commands.get(name), name);
    }

    @Test
    void canBeBrowsedWithoutAnythingFromElsewhere() {
        String page = client.get("/docs").header("Location");
        String html = client.get(page).body();

        assertThat(html).contains("swagger-ui");
        for (String asset : assets(html)) {
            String path = page.substring(0, page.lastIndexOf('/') + 1) + asset.replaceFirst("^\\./", "");
            assertThat(client.get(path).status()).as(path).isEqualTo(200);
        }
        String setup = client.get(page.substring(0, page.lastIndexOf('/') + 1) + "swagger-initializer.js")
                .body();
        assertThat(setup).contains("/v3/api-docs").doesNotContain("https://");
    }

    private static List<String> assets(String html) {
        Matcher found = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(html);
        List<String> assets = found.results().map(result -> result.group(1)).toList();
        assertThat(assets).isNotEmpty().noneMatch(asset -> asset.startsWith("http") || asset.startsWith("//"));
        return assets;
    }
}
