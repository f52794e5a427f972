package io.jiayou.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Imports files over HTTP, as the script does. */
public final class ImportClient {

    private static final String BOUNDARY = "----a-boundary-that-no-file-contains";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;

    public ImportClient(int port) {
        server = "http://127.0.0.1:" + port;
    }

    /** @param query with question mark, or empty */
    public ImportAnswer stations(String query, byte[] geojson) throws Exception {
        return send("/api/imports/stations" + query, "application/geo+json", geojson);
    }

    /** @param files by the names of their parts */
    public ImportAnswer transactions(String query, Map<String, byte[]> files) throws Exception {
        return send("/api/imports/transactions" + query, "multipart/form-data; boundary=" + BOUNDARY, multipart(files));
    }

    public ImportAnswer send(String path, String contentType, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", contentType)
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return ImportAnswer.of(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    private static byte[] multipart(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.getKey()
                            + "\"; filename=\"" + file.getKey() + ".csv\"\r\nContent-Type: text/csv\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(file.getValue());
            body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
