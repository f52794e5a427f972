package io.jiayou.audit.log;

import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.VerificationException;
import io.jiayou.transparency.WitnessAddress;
import io.jiayou.transparency.WitnessClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

/** Those who are asked to cosign every checkpoint (C2SP tlog-witness), each as {@code VKEY@URL} in the configuration. */
final class Witnesses {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<WitnessClient> clients;

    private Witnesses(List<WitnessClient> clients) {
        this.clients = clients;
    }

    /** @throws IllegalArgumentException for another form, saying which */
    static Witnesses of(List<String> configured) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        return new Witnesses(configured.stream().map(one -> client(http, one)).toList());
    }

    private static WitnessClient client(HttpClient http, String configured) {
        try {
            WitnessAddress witness = WitnessAddress.parse(configured);
            URI url = witness.url().orElseThrow(() -> new IllegalArgumentException("its address is missing"));
            return new WitnessClient(http, url, witness.key());
        } catch (VerificationException | IllegalArgumentException e) {
            throw new IllegalArgumentException("a witness is VKEY@URL, and this isn't: " + configured, e);
        }
    }

    boolean none() {
        return clients.isEmpty();
    }

    /** The checkpoint with the cosignatures of all of them. */
    SignedCheckpoint cosign(SignedCheckpoint checkpoint, WitnessClient.Proofs proofs) {
        SignedCheckpoint cosigned = checkpoint;
        try {
            for (WitnessClient client : clients) {
                cosigned = client.cosign(cosigned, proofs);
            }
            return cosigned;
        } catch (IOException e) {
            throw new UncheckedIOException("a witness doesn't answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
