package io.jiayou.security.alarms;

import io.jiayou.audit.log.AlarmJournal;
import io.jiayou.transparency.WholeAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts alarms as JSON: {@code {"at", "raised", "what", "detail"}}. The header {@code Jiayou-Signature} is {@code
 * t=<seconds>,v1=<hex>}: HMAC-SHA256 of the seconds, a dot and the body, by a secret that both sides know. Who receives
 * it compares, and refuses what is older than a few minutes.
 */
final class Webhook implements AlarmChannel {

    static final String SIGNATURE = "Jiayou-Signature";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI address;
    private final byte[] secret;
    private final Clock clock;

    Webhook(URI address, String secret, Clock clock) {
        this.address = address;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void send(AlarmJournal.Entry alarm) throws IOException, InterruptedException {
        byte[] body = JSON.writeValueAsBytes(alarm);
        long seconds = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header(SIGNATURE, "t=" + seconds + ",v1=" + signature(secret, seconds, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status = WholeAnswer.of(http, request, HttpResponse.BodyHandlers.discarding(), PATIENCE)
                .statusCode();
        if (status / 100 != 2) {
            throw new IOException("answered " + status);
        }
    }

    static String signature(byte[] secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of the webhook can't be used", e);
        }
    }
}
