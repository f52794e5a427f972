package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = {CommandSide.class, EmbeddedEvents.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=command-side",
            "jiayou.axon-server=false",
            "jiayou.identifier-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
        })
class CommandSideIT {
    @LocalServerPort
    int port;

    @Test
    void starts() throws Exception {
        var http = java.net.http.HttpClient.newHttpClient();
        for (String[] r : new String[][] {
            {"POST", "/api/drivers", "{\"driverId\":\"d1\",\"name\":\"王\",\"phone\":\"13800138000\"}"},
            {"POST", "/api/drivers", "{\"driverId\":\"d2\",\"name\":\"王\",\"phone\":\"13800138000\"}"},
            {"POST", "/api/drivers", "{\"name\":3,\"phone\":\"13800\""},
            {"POST", "/api/drivers", "{\"name\":\"\",\"phone\":\"13800\"}"},
            {"POST", "/api/drivers", "{\"name\":\"a\",\"phone\":\"13800\"}"},
            {"POST", "/api/orders/x/completion", ""},
            {"PUT", "/api/stations/x/prices/95%23", "{\"unitPrice\":\"abc\"}"},
            {"POST", "/api/drivers/d1/vehicles", "{\"plate\":\"沪AD12345\"}"},
            {"DELETE", "/api/drivers/d1/vehicles/%E6%B2%AAAD12345", ""},
            {"PATCH", "/api/drivers", "x"},
            {"GET", "/nope", ""},
            {"POST", "/api/feedback", "{\"category\":\"OTHER\",\"text\":\"hi\",\"channel\":\"EMAIL\"}"},
            {"POST", "/api/feedback", "{\"category\":\"NO\",\"text\":\"hi\",\"channel\":\"EMAIL\"}"}
        }) {
            var a = http.send(
                    java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + port + r[1]))
                            .method(r[0], java.net.http.HttpRequest.BodyPublishers.ofString(r[2]))
                            .header("Content-Type", "application/json")
                            .header("Accept-Language", "zh-CN")
                            .build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            System.out.println(r[0] + " " + r[1] + " -> " + a.statusCode() + " "
                    + a.headers().firstValue("content-type").orElse("") + " " + a.body());
        }
        assertThat(port).isPositive();
    }
}
