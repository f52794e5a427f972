package io.jiayou.annulment.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jiayou.annulment.watch.StopAlarm.Unreadable;
import io.jiayou.commandcalls.CommandCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopReportsTest {

    private static final Unreadable SEVEN = new Unreadable(7, "order-details", "JacksonException");
    private static final Unreadable NINE = new Unreadable(9, "sales", "ArithmeticException");

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final HttpServer commandSide;
    private final StopReports reports;
    private final Logged logged = new Logged(StopReports.class);
    private volatile int answer = 204;

    StopReportsTest() throws IOException {
        commandSide = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        commandSide.createContext("/api/annulments/unreadable-events", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (answer == 204) {
                posted.add(body);
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        commandSide.start();
        URI address = URI.create("http://127.0.0.1:" + commandSide.getAddress().getPort());
        reports = new StopReports(new CommandCalls(address, null, "read-models"));
    }

    @AfterEach
    void close() {
        commandSide.stop(0);
        logged.close();
    }

    @Test
    void tellEachEventOnce() {
        reports.tell(List.of(SEVEN));
        reports.tell(List.of(SEVEN, NINE));

        assertThat(posted)
                .satisfiesExactly(
                        body -> assertThat(body)
                                .contains("\"position\":7", "\"order-details\"", "\"JacksonException\""),
                        body -> assertThat(body).contains("\"position\":9", "\"sales\"", "\"ArithmeticException\""));
        assertThat(logged.lines()).isEmpty();
    }

    @Test
    void tellOneAgainThatWasGoneMeanwhile() {
        reports.tell(List.of(SEVEN));
        reports.tell(List.of());
        reports.tell(List.of(SEVEN));

        assertThat(posted).hasSize(2);
    }

    @Test
    void areTriedAgainUntilTheyAreRecordedAndComplainOnce() {
        answer = 503;
        reports.tell(List.of(SEVEN, NINE));
        reports.tell(List.of(SEVEN, NINE));
        assertThat(logged.lines())
                .singleElement()
                .asString()
                .contains("order-details can't take the event at position 7", "503");

        answer = 204;
        reports.tell(List.of(SEVEN));
        assertThat(posted).hasSize(1);

        answer = 503;
        reports.tell(List.of(SEVEN, NINE));
        assertThat(logged.lines()).hasSize(2);
    }

    @Test
    void tellNobodyWhereNoCommandSideIsNamed() {
        new StopReports(new CommandCalls(null, null, "read-models")).tell(List.of(SEVEN));

        assertThat(logged.lines()).isEmpty();
    }
}
