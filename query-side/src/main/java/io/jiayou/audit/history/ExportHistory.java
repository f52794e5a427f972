package io.jiayou.audit.history;

import io.jiayou.audit.EventRecords;
import io.jiayou.audit.index.HistoryIndex;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.verify.Entries;
import io.jiayou.audit.verify.LogExport;
import io.jiayou.audit.verify.Receipt;
import io.jiayou.http.ProblemException;
import io.jiayou.http.access.Right;
import io.jiayou.http.lasting.Held;
import io.jiayou.http.lasting.Lasting;
import io.jiayou.http.lasting.Rights;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.rules.Problem;
import io.jiayou.transparency.TlogProof;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Events with their proofs, to take away. */
@RestController
@RequestMapping("/api/audit")
@ConditionalOnProperty("jiayou.audit.directory")
@Tag(name = "Audit")
class ExportHistory {

    private static final int MOST = 10_000;

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final MediaType ZIP = new MediaType("application", "zip");

    private final EventRecords records;
    private final AuditLog log;
    private final Generations generations;
    private final HistoryIndex index;
    private final Lasting lasting;

    ExportHistory(EventRecords records, AuditLog log, Generations generations, HistoryIndex index, Lasting lasting) {
        this.lasting = lasting;
        this.generations = generations;
        this.index = index;
        this.records = records;
        this.log = log;
    }

    @GetMapping("/export")
    @Operation(
            operationId = "exportLog",
            summary = "The whole log in one file",
            description =
                    "A ZIP file with the newest checkpoint and every event that it covers, to be verified without us.")
    ResponseEntity<StreamingResponseBody> all(HttpServletRequest request) {
        Right right = Rights.of(request).lasting(Instant.now());
        Held held = lasting.begin(right, () -> {});
        return ResponseEntity.ok().contentType(ZIP).body(to -> {
            try (held) {
                Map<String, String> statements = generations.statements().signed();
                LogExport.write(
                        held.guarding(to),
                        log.checkpoint(),
                        log.verifierKey(),
                        Entries.of(records),
                        log::leafAt,
                        statements);
            }
        });
    }

    @GetMapping("/receipt")
    @Operation(
            operationId = "proveEvents",
            summary = "Some events with a proof of each",
            description =
                    "C2SP tlog-proofs, one behind the other: of an order, a driver, a station, or of the positions from"
                            + " … to, at most 10,000 events.")
    ResponseEntity<byte[]> some(
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String driver,
            @RequestParam(required = false) @Nullable String station,
            @Parameter(description = "the first position", example = "0") @RequestParam(defaultValue = "0") long from,
            @Parameter(description = "the position behind the last one") @RequestParam(required = false) @Nullable
                    Long to) {
        HistoryQuestion question = new HistoryQuestion()
                .subject("order", order)
                .subject("driver", driver)
                .subject("station", station)
                .positions(from, Math.min(log.size(), to == null ? Long.MAX_VALUE : to));
        long[] positions = index.find(question, MOST + 1);
        if (positions.length > MOST) {
            throw Parameters.invalid("to", "more than " + MOST + " events: ask for fewer");
        }
        List<TlogProof> proofs = Arrays.stream(positions).mapToObj(log::prove).toList();
        if (proofs.isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND, null, "no checkpoint covers such an event yet");
        }
        return ResponseEntity.ok()
                .contentType(TEXT)
                .body(new Receipt(proofs).format().getBytes(StandardCharsets.UTF_8));
    }
}
