package io.jiayou.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@ImportServer
@TestPropertySource(properties = "jiayou.bounds.import-lines=2")
class ImportBoundsIT {

    private static final String STATION =
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[121,%d]},\"properties\":{\"name\":\"东%d加油站\"}}";
    private static final String SALE = "T%d,2024-05-06,07:08:09,100,555,10,1,20,900.50\n";

    private ImportClient client = new ImportClient(0);
    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
        client = new ImportClient(port);
    }

    @Test
    void refuseFilesOfWhichTooMuchWouldBeKept() throws Exception {
        isTooLarge(client.stations("", stations(3)), "stations");
        isTooLarge(client.transactions("", files("customers", 3)), "customers");
        isTooLarge(client.transactions("?strict=true", files("transactions", 3)), "transactions");

        assertThat(client.stations("", stations(2)).number("lines")).isEqualTo(2);
        assertThat(client.transactions("?strict=true", files("transactions", 2)).number("lines"))
                .isEqualTo(2);
        assertThat(client.transactions("", files("transactions", 5)).number("lines"))
                .isEqualTo(5);
    }

    @Test
    void letOneImportInAtATime() throws Exception {
        byte[] file = stations(1);
        try (Socket slow = new Socket("127.0.0.1", port)) {
            begin(slow, file);

            ImportAnswer other = refused();
            assertThat(other.status()).isEqualTo(503);
            assertThat(other.problem().get("code").asString()).isEqualTo("unavailable");

            OutputStream body = slow.getOutputStream();
            body.write(file, 10, file.length - 10);
            body.flush();
            assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("\"report\"");
        }
        assertThat(client.transactions("", files("transactions", 1)).status()).isEqualTo(200);
    }

    /** An answer after the one that goes on has begun. */
    private ImportAnswer refused() throws Exception {
        ImportAnswer answer = client.transactions("", files("transactions", 1));
        for (int attempts = 1; attempts < 100 && answer.status() == 200; attempts++) {
            answer = client.transactions("", files("transactions", 1));
        }
        return answer;
    }

    private static void begin(Socket slow, byte[] file) throws IOException {
        OutputStream request = slow.getOutputStream();
        request.write(("POST /api/imports/stations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/geo+json\r\nContent-Length: " + file.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        request.write(file, 0, 10);
        request.flush();
    }

    private static void isTooLarge(ImportAnswer answer, String file) {
        assertThat(answer.status()).as(file).isEqualTo(413);
        assertThat(answer.problem().get("code").asString()).isEqualTo("body-too-large");
        assertThat(answer.problem().get("field").asString()).isEqualTo(file);
        assertThat(answer.problem().get("detail").asString()).contains("2 lines", "jiayou.bounds.import-lines");
    }

    private static byte[] stations(int count) {
        StringBuilder features = new StringBuilder();
        for (int n = 0; n < count; n++) {
            features.append(n == 0 ? "" : ",").append(STATION.formatted(30 + n, n));
        }
        return ("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}").getBytes(StandardCharsets.UTF_8);
    }

    /** The four files; one of them has so many lines. */
    private static Map<String, byte[]> files(String file, int lines) {
        StringBuilder customers = new StringBuilder("CustomerID,Currency\n");
        StringBuilder sales =
                new StringBuilder("TransactionID,Date,Time,CustomerID,CardID,GasStationID,ProductID,Amount,Price\n");
        for (int n = 0; n < lines; n++) {
            customers.append(file.equals("customers") || n == 0 ? (100 + n) + ",CZK\n" : "");
            sales.append(file.equals("transactions") || n == 0 ? SALE.formatted(n) : "");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("transactions", sales.toString().getBytes(StandardCharsets.UTF_8));
        files.put("products", "ProductID,Description\n1,Nafta\n".getBytes(StandardCharsets.UTF_8));
        files.put("stations", "GasStationID,ChainID\n10,7\n".getBytes(StandardCharsets.UTF_8));
        files.put("customers", customers.toString().getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
