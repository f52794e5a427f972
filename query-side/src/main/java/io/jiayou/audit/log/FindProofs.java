package io.jiayou.audit.log;

import io.jiayou.http.ProblemException;
import io.jiayou.http.document.AnswersText;
import io.jiayou.rules.Problem;
import io.jiayou.transparency.VerificationException;
import io.jiayou.values.Position;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs, and how the log is. */
@RestController
@RequestMapping("/api/audit")
@ConditionalOnProperty("jiayou.audit.directory")
@Tag(name = "Audit")
class FindProofs {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final AuditLog log;
    private final StoreCheck check;
    private final Alarms alarms;

    FindProofs(AuditLog log, StoreCheck check, Alarms alarms) {
        this.log = log;
        this.check = check;
        this.alarms = alarms;
    }

    /**
     * How the audit log is.
     *
     * @param origin the name of the log, the first line of its checkpoints
     * @param verifierKey verifies its checkpoints (C2SP signed-note)
     * @param size how many events its newest checkpoint covers
     * @param root of the tree of all these events, in Base64
     * @param checkedAt when the last pass over the store ended; absent before the first one did
     * @param checkedEvents how many events that pass has compared; 0 before
     * @param alarms what is wrong now
     */
    @Schema(name = "AuditStatus")
    record Status(
            String origin,
            String verifierKey,
            long size,
            String root,
            @Nullable Instant checkedAt,
            long checkedEvents,
            List<Alarms.Alarm> alarms) {}

    /**
     * A proof that a tree is the beginning of another (RFC 9162, 2.1.4).
     *
     * @param from how many events the older tree covers
     * @param to how many events the newer tree covers
     * @param hashes in Base64
     */
    @Schema(name = "ConsistencyProof")
    record Consistency(long from, long to, List<String> hashes) {}

    @GetMapping("/status")
    @Operation(operationId = "auditStatus", summary = "How the audit log is, and what is wrong")
    Status status() {
        var head = log.newest().checkpoint().unverified();
        StoreCheck.Pass checked = check.completed();
        return new Status(
                head.origin(),
                log.verifierKey(),
                head.head().size(),
                head.head().root().toString(),
                checked == null ? null : checked.at(),
                checked == null ? 0 : checked.events(),
                alarms.all());
    }

    @AnswersText
    @GetMapping("/events/{position}/proof")
    @Operation(
            operationId = "proveEvent",
            summary = "Proves that the log has an event",
            description = "C2SP tlog-proof; its extra data is the event's canonical line, which the leaf hashes.")
    ResponseEntity<byte[]> event(
            @Parameter(example = "0") @PathVariable @Min(Position.FIRST) @Max(Position.LAST) long position) {
        try {
            return ResponseEntity.ok()
                    .contentType(TEXT)
                    .body(log.newest().prove(position).format().getBytes(StandardCharsets.UTF_8));
        } catch (VerificationException e) {
            throw new ProblemException(Problem.NOT_FOUND, null, "no checkpoint covers this position yet");
        }
    }

    @GetMapping("/consistency")
    @Operation(operationId = "proveConsistency", summary = "Proves that nothing changed between two sizes of the log")
    Consistency consistency(
            @Parameter(description = "the older size") @RequestParam @Min(1) @Max(Position.LAST) long from,
            @Parameter(description = "the newer size") @RequestParam @Min(1) @Max(Position.LAST) long to) {
        try {
            return new Consistency(
                    from,
                    to,
                    log.newest().consistency(from, to).hashes().stream()
                            .map(Object::toString)
                            .toList());
        } catch (VerificationException e) {
            throw new ProblemException(
                    Problem.INVALID_FIELD, "from", "from is 1 or more, to not more than the log's size");
        }
    }
}
