package io.jiayou.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.foreign.client.ApiException;
import io.jiayou.foreign.client.api.AuditApi;
import io.jiayou.foreign.client.model.Alarm;
import io.jiayou.foreign.client.model.AuditStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The audit log, checked and witnessed by programs that know nothing but its public formats. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignLogIT {

    private static final String CHECKER = "github.com/transparency-dev/tessera/cmd/fsck@v1.0.4";
    private static final Duration NEXT_CHECKPOINT = Duration.ofSeconds(30);
    private static final int TOO_FEW_WITNESSES = 13;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private @Nullable LiteWitness witness;
    private @Nullable Served served;
    private @Nullable Walk walk;
    private Path key = Path.of("");

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        witness = new LiteWitness(directory.resolve("witness"));
        running.push(witness);
        served = Served.in(
                directory.resolve("data"),
                Map.of("JIAYOU_AUDIT_WITNESSES", witness.address(), "JIAYOU_AUDIT_CHECKPOINTEVERY", "1s"));
        running.push(served);
        key = Files.writeString(
                directory.resolve("log.vkey"), served.get("/audit/log/vkey").body());
        walk = new Walk(served, "logged");
        walk.opensAStation();
        walk.ordersFuel("13800138060");
        walk.fuels();
    }

    @Test
    void tesserasCheckerFindsEveryEntryAndTheRoot() throws ApiException {
        String checker = GoPrograms.installed(CHECKER);
        isSigned();

        String said = new Program(Path.of("target"))
                .succeeds(
                        checker,
                        "-storage_url=" + log() + "/",
                        "-bearer_token=" + served().token("auditor"),
                        "-public_key=" + key,
                        "-ui=false");

        assertThat(said).contains("Successfully");
    }

    @Test
    void aWitnessCosignsWhatItKnowsAndGoesOnAfterItWasAway() throws ApiException {
        isRefused();
        witness().knows(status().getOrigin(), status().getVerifierKey());
        isCosigned();

        witness().kill();
        walk().complains();
        isRefused();
        isSigned();

        witness().comesBack();
        isCosigned();
    }

    /** The alarm is there, and whoever asks for this witness isn't content. */
    private void isRefused() {
        await().atMost(NEXT_CHECKPOINT).until(this::lacksAWitness);
        assertThat(verified().status()).isEqualTo(TOO_FEW_WITNESSES);
    }

    /** The alarm ended by itself. */
    private void isCosigned() {
        await().atMost(NEXT_CHECKPOINT).until(() -> !lacksAWitness());
        Program.Ended verified = verified();
        assertThat(verified.status()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("HOLDS", "cosigned by witness.example/lite");
    }

    /** A checkpoint covers whatever was done. */
    private void isSigned() {
        await().atMost(NEXT_CHECKPOINT).until(() -> status().getSize() > walk().version());
    }

    private boolean lacksAWitness() throws ApiException {
        return status().getAlarms().stream().map(Alarm::getWhat).anyMatch("audit-witness"::equals);
    }

    private AuditStatus status() throws ApiException {
        return new AuditApi(walk().as("auditor")).auditStatus();
    }

    private Program.Ended verified() {
        return served().tries(
                        "audit",
                        "verify",
                        log(),
                        "--key",
                        key.toString(),
                        "--witness",
                        witness().address());
    }

    private String log() {
        return served().address() + "/audit/log";
    }

    private LiteWitness witness() {
        return Objects.requireNonNull(witness);
    }

    private Served served() {
        return Objects.requireNonNull(served);
    }

    private Walk walk() {
        return Objects.requireNonNull(walk);
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable each : running) {
            each.close();
        }
    }
}
