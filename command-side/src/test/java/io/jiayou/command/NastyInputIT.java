package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.Answer;
import io.jiayou.http.Client;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.util.RawValue;

/** Whatever stands in a field of a documented body: it's accepted or refused with a problem, and nothing breaks. */
@OnTheCommandSide
class NastyInputIT {

    private static final List<String> NASTY = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1",
            "1.5",
            "1e3",
            "1e400",
            "-0.0",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "9".repeat(2_000),
            "\"\"",
            "\" \"",
            "\"\u3000\"",
            "\"a\"",
            "\"1\"",
            "\"-1\"",
            "\"null\"",
            "\"../../etc/passwd\"",
            "\"' or 1=1 --\"",
            "\"<script>alert(1)</script>\"",
            "\"${jndi:ldap://x}\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udfff\\ud800\"",
            "\"\\uffff\"",
            "\"\\u202e\"",
            "\"😀\"",
            "\"𠮷\"",
            "\"e\\u0301\"",
            "\"" + "長".repeat(5_000) + "\"",
            "\"" + "a".repeat(40_000) + "\"",
            "\"CNY\"",
            "\"XXX\"",
            "\"2026-03-02T08:00:00+08:00\"",
            "\"-999999999-01-01T00:00:00+18:00\"",
            "[]",
            "[null]",
            "[[[[]]]]",
            "[\"a\",1]",
            "{}",
            "{\"a\":1}",
            "{\"latitude\":1e308,\"longitude\":-1e308}",
            "{\"kind\":\"AMOUNT\",\"amount\":9223372036854775807}",
            "{\"kind\":\"VOLUME\",\"volumeMl\":1000000000}",
            "{\"kind\":\"FULL_TANK\",\"volumeMl\":1}");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Client client;

    NastyInputIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @Test
    void inAFieldOfAnyBodyIsAnsweredWithAReceiptOrAProblem() {
        int sent = 0;
        for (Documented command : Documented.commands(client.get("/v3/api-docs").json())) {
            if (!command.hasBody()) {
                continue;
            }
            for (String body : spoilt(command.example())) {
                assertAnswered(command.send(client, body), command.name() + " " + body);
                sent++;
            }
        }
        assertThat(sent).isGreaterThan(2_000);
    }

    @Test
    void inAPathIsAnsweredWithAProblem() {
        List<String> nasty = List.of(
                "%20",
                "%E2%80%8B", "%F0%9F%98%80", "%C3%28", "..%3B", "a%0D%0AX-Evil%3A%201", "%7B%7D", "a".repeat(2_000));
        for (Documented command : Documented.commands(client.get("/v3/api-docs").json())) {
            for (String value : nasty) {
                String path = command.path().replaceAll("\\{[^}]+}", value);
                if (!path.equals(command.path())) {
                    Answer answer = client.send(
                            command.method(), path, command.example().toString());
                    assertThat(answer.status()).as(path).isBetween(400, 499);
                    assertThat(answer.header("X-Evil")).isEmpty();
                    assertAnswered(answer, path);
                }
            }
        }
    }

    private static void assertAnswered(Answer answer, String what) {
        String told = what.length() > 300 ? what.substring(0, 300) : what;
        assertThat(answer.status()).as(told + " " + answer.body()).isBetween(200, 499);
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type")).as(told).startsWith("application/problem+json");
            assertThat(answer.text("code")).as(told).isNotEmpty();
        }
    }

    /** The example with each of its fields in turn replaced by each nasty value, and the values alone. */
    private static List<String> spoilt(JsonNode example) {
        List<String> bodies = new ArrayList<>(NASTY);
        if (example instanceof ObjectNode body) {
            spoil(body, () -> bodies.add(JSON.writeValueAsString(body)));
        }
        return bodies;
    }

    private static void spoil(ObjectNode body, Runnable ready) {
        for (String field : List.copyOf(body.propertyNames())) {
            JsonNode before = body.get(field);
            for (String value : NASTY) {
                body.set(field, new POJONode(new RawValue(value)));
                ready.run();
            }
            body.set(field, before);
            if (before instanceof ObjectNode inner) {
                spoil(inner, ready);
            }
        }
    }
}
