package io.jiayou.transparency;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Cosigns what is consistent with all that it has cosigned before (tlog-witness). It remembers the latest checkpoint of
 * each log in a file that is on the disk before it answers. A directory belongs to one witness and its one key.
 */
public final class Witness {

    private final Map<String, TrustedLog> logs;
    private final Cosigner cosigner;
    private final Clock clock;
    private final WitnessState state;

    private Witness(Map<String, TrustedLog> logs, Cosigner cosigner, Clock clock, WitnessState state) {
        this.logs = logs;
        this.cosigner = cosigner;
        this.clock = clock;
        this.state = state;
    }

    /** @throws VerificationException if what the directory holds isn't what this witness has cosigned */
    public static Witness open(Path directory, Cosigner cosigner, Collection<TrustedLog> logs, Clock clock) {
        Map<String, TrustedLog> byOrigin =
                logs.stream().collect(Collectors.toUnmodifiableMap(TrustedLog::origin, Function.identity()));
        return new Witness(byOrigin, cosigner, clock, WitnessState.open(directory, logs, cosigner.verifier()));
    }

    /**
     * Answers a submission; 200 has the cosignature.
     *
     * @throws UncheckedIOException if the checkpoint couldn't be kept, so it isn't cosigned
     */
    public WitnessAnswer addCheckpoint(byte[] body) {
        try {
            AddCheckpoint request = AddCheckpoint.parse(body);
            String origin = request.checkpoint().unverified().origin();
            return Optional.ofNullable(logs.get(origin))
                    .map(log -> decide(request, log))
                    .orElseGet(() -> WitnessAnswer.refused(WitnessAnswer.NOT_FOUND, "no log of this origin is known"));
        } catch (VerificationException e) {
            return WitnessAnswer.refused(WitnessAnswer.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    /** One at a time: between looking at the latest checkpoint and keeping the new one nothing else may be cosigned. */
    private synchronized WitnessAnswer decide(AddCheckpoint request, TrustedLog log) {
        return WitnessRules.refusal(request, log, state.head(log.origin()))
                .orElseGet(() -> cosign(request.checkpoint(), log));
    }

    private WitnessAnswer cosign(SignedCheckpoint checkpoint, TrustedLog log) {
        NoteSignature cosignature = cosigner.cosign(checkpoint.unverified(), clock.instant());
        List<NoteSignature> byTheLog = checkpoint.note().signatures().stream()
                .filter(signature -> isBy(log, signature))
                .toList();
        state.save(checkpoint.withOnly(byTheLog).with(List.of(cosignature)));
        return WitnessAnswer.ok(cosignature.line());
    }

    private static boolean isBy(TrustedLog log, NoteSignature signature) {
        return log.verifiers().stream().anyMatch(verifier -> verifier.key().isNamedBy(signature));
    }

    /**
     * The latest checkpoint that it has cosigned, for monitors.
     *
     * @param originHash lowercase hex of the SHA-256 of the log's origin
     */
    public WitnessAnswer checkpoint(String originHash) {
        return state.byHash(originHash)
                .map(checkpoint -> WitnessAnswer.ok(checkpoint.format()))
                .orElseGet(() -> WitnessAnswer.refused(WitnessAnswer.NOT_FOUND, "nothing of this log is cosigned"));
    }
}
