package io.jiayou.trials.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void acceptsSuccessAndProblems() {
        assertThat(of(200, "application/json", "{\"name\":\"a station\"}")).isEmpty();
        assertThat(of(409, PROBLEM, "{\"code\":\"order-not-paid\"}")).isEmpty();
        assertThat(Judgement.of(new Wire.Answer(404, "", ""), true)).isEmpty();
    }

    @Test
    void refusesAnyAnswerOfTheServersFailure() {
        assertThat(of(500, PROBLEM, "{\"code\":\"internal\"}")).startsWith("answered 500");
        assertThat(of(503, PROBLEM, "{\"code\":\"unavailable\"}")).startsWith("answered 503");
    }

    @Test
    void refusesARefusalThatIsNoProblem() {
        assertThat(of(400, "text/html", "<h1>Bad Request</h1>")).contains("without a problem's details");
        assertThat(of(404, "", "")).contains("without a problem's details");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"x\",\"detail\":\"java.lang.Long\"}",
                "{\"code\":\"x\",\"detail\":\"Failed to convert io.jiayou.order.events.Preset\"}",
                "{\"code\":\"x\",\"detail\":\"NullPointerException: id\"}",
                "{\"code\":\"x\",\"detail\":\"at io.jiayou.Order.place(Order.java:12)\"}"
            })
    void refusesInsides(String body) {
        assertThat(of(400, PROBLEM, body)).startsWith("shows the inside");
    }

    private static String of(int status, String type, String body) {
        return Judgement.of(new Wire.Answer(status, type, body), false);
    }
}
