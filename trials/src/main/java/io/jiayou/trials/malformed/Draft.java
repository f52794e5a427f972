package io.jiayou.trials.malformed;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request on its way to being malformed: bytes, so that it can be what no HTTP client would send. */
final class Draft {

    String method;
    String path;
    final List<String> query = new ArrayList<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    byte[] body;

    Draft(String method, String path, byte[] body) {
        this.method = method;
        this.path = path;
        this.body = body.clone();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    void body(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** As it goes over the wire; the length of the body is always the true one. */
    byte[] bytes() {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(path);
        if (!query.isEmpty()) {
            head.append('?').append(String.join("&", query));
        }
        head.append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** For those who read what went wrong; without tokens that are good. */
    String told() {
        StringBuilder whole = new StringBuilder(method).append(' ').append(path);
        if (!query.isEmpty()) {
            whole.append('?').append(String.join("&", query));
        }
        headers.forEach((name, value) -> {
            if (!value.startsWith("Bearer ")) {
                whole.append(' ').append(name).append('=').append(shortened(value, 60));
            }
        });
        whole.append(' ').append(text());
        return shortened(whole.toString(), 400).replace('\r', ' ').replace('\n', ' ');
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }
}
