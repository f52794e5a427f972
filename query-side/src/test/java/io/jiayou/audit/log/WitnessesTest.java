package io.jiayou.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.transparency.Cosigner;
import io.jiayou.transparency.Witness;
import io.jiayou.transparency.WitnessAddress;
import io.jiayou.transparency.WitnessServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessesTest {

    private final Cosigner away = Cosigner.generate("witness.example/away");
    private final Cosigner there = Cosigner.generate("witness.example/there");

    @TempDir
    private Path directory;

    private AuditLog log;

    @BeforeEach
    void aLogOfThreeEvents() {
        log = AuditLog.open(directory.resolve("log"), "jiayou.example/test", new ListedRecords(3));
        log.extend();
    }

    /** Whom the log's readers trust may be the one that answers. */
    @Test
    void keepNobodyFromCosigningWhoAnswers() throws IOException {
        try (WitnessServer server = serve(there)) {
            Witnesses witnesses = Witnesses.of(
                    List.of(address(away, URI.create("http://127.0.0.1:9")), address(there, server.uri())));

            assertThatThrownBy(() -> log.witness(witnesses))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("the witness witness.example/away doesn't answer");

            assertThat(cosigners()).containsExactly(there.verifier().key().name());
        }
    }

    @Test
    void areAskedAgainUntilAllHaveCosignedAndEachAddsOneSignature() throws IOException {
        try (WitnessServer server = serve(there)) {
            Witnesses without = Witnesses.of(
                    List.of(address(there, server.uri()), address(away, URI.create("http://127.0.0.1:9"))));
            assertThatThrownBy(() -> log.witness(without)).isInstanceOf(UncheckedIOException.class);
            try (WitnessServer back = serve(away)) {
                log.witness(Witnesses.of(List.of(address(there, server.uri()), address(away, back.uri()))));
            }

            assertThat(cosigners())
                    .containsExactly(
                            there.verifier().key().name(), away.verifier().key().name());
        }
    }

    private List<String> cosigners() {
        List<String> names =
                List.of(there.verifier().key().name(), away.verifier().key().name());
        return log.newest().checkpoint().note().signatures().stream()
                .map(signature -> signature.name())
                .filter(names::contains)
                .toList();
    }

    private WitnessServer serve(Cosigner cosigner) throws IOException {
        Path state = directory.resolve(cosigner.verifier().key().name().replace('/', '-'));
        return WitnessServer.start(Witness.open(state, cosigner, List.of(log.trusted()), Clock.systemUTC()), 0);
    }

    private static String address(Cosigner cosigner, URI url) {
        return new WitnessAddress(cosigner.verifier(), Optional.of(url)).text();
    }
}
