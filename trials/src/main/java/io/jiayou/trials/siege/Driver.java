package io.jiayou.trials.siege;

import io.jiayou.ids.Ids;
import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who has logged in and stays so, and an order of theirs. For many threads. */
final class Driver {

    private static final long RENEW_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Client client;
    private final String id;
    private final String order = Ids.timeOrdered();
    private String access;
    private String refresh;
    private long since = System.nanoTime();

    /** @param granted what a login was answered with */
    Driver(Client client, JsonNode granted) {
        this.client = client;
        this.access = granted.path("accessToken").asString("");
        this.refresh = granted.path("refreshToken").asString("");
        byte[] claims = Base64.getUrlDecoder().decode(access.split("\\.", -1)[1]);
        this.id = JsonMapper.builder().build().readTree(claims).path("driver").asString("");
    }

    /** One that is good for a while. */
    synchronized String token() {
        if (System.nanoTime() - since > RENEW_NANOS) {
            since = System.nanoTime();
            renew();
        }
        return access;
    }

    private void renew() {
        try {
            Client.Answer answer = client.send("POST", "/api/sessions/refresh", Map.of("refreshToken", refresh));
            if (answer.ok()) {
                access = answer.body().path("accessToken").asString("");
                refresh = answer.body().path("refreshToken").asString("");
            }
        } catch (IOException e) {
            // the old one is good for a while yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String id() {
        return id;
    }

    String order() {
        return order;
    }
}
