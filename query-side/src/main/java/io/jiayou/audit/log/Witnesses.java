package io.jiayou.audit.log;

import io.jiayou.transparency.NoteSignature;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

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

    /**
     * Asks all at once who haven't cosigned a checkpoint yet; one that fails keeps nobody else from it.
     *
     * @param gained is given the checkpoint as often as it has one cosignature more
     * @throws RuntimeException what the first that failed failed by, when all were asked
     */
    void cosign(SignedCheckpoint checkpoint, WitnessClient.Proofs proofs, Consumer<SignedCheckpoint> gained) {
        SignedCheckpoint cosigned = checkpoint;
        RuntimeException failed = null;
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SignedCheckpoint>> asked = clients.stream()
                    .filter(client -> !client.hasCosigned(checkpoint))
                    .map(client -> asking.submit(() -> ask(client, checkpoint, proofs)))
                    .toList();
            for (Future<SignedCheckpoint> one : asked) {
                try {
                    cosigned = cosigned.with(added(checkpoint, one.get()));
                    gained.accept(cosigned);
                } catch (ExecutionException e) {
                    failed = failed == null ? (RuntimeException) e.getCause() : failed;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (failed != null) {
            throw failed;
        }
    }

    private static SignedCheckpoint ask(WitnessClient client, SignedCheckpoint checkpoint, WitnessClient.Proofs proofs)
            throws InterruptedException {
        try {
            return client.cosign(checkpoint, proofs);
        } catch (IOException e) {
            throw new UncheckedIOException("the witness " + client.name() + " doesn't answer: " + e, e);
        } catch (VerificationException e) {
            throw new VerificationException(e.verdict(), "the witness " + client.name() + ": " + e.getMessage(), e);
        }
    }

    private static List<NoteSignature> added(SignedCheckpoint checkpoint, SignedCheckpoint cosigned) {
        List<NoteSignature> before = checkpoint.note().signatures();
        return cosigned.note().signatures().stream()
                .filter(signature -> !before.contains(signature))
                .toList();
    }
}
