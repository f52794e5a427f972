package io.jiayou.audit.history;

import io.jiayou.audit.EventRecords;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.log.SignedTree;
import io.jiayou.audit.verify.Entries;
import io.jiayou.audit.verify.LogExport;
import io.jiayou.http.access.Right;
import io.jiayou.http.computing.Computation;
import io.jiayou.http.computing.Computations;
import io.jiayou.http.lasting.Held;
import io.jiayou.http.lasting.Lasting;
import io.jiayou.http.lasting.Rights;
import io.jiayou.readmodel.documents.Generations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The whole log, to take away. */
@RestController
@RequestMapping("/api/audit")
@ConditionalOnProperty("jiayou.audit.directory")
@Tag(name = "Audit")
class ExportHistory {

    private static final MediaType ZIP = new MediaType("application", "zip");

    private final EventRecords records;
    private final AuditLog log;
    private final Generations generations;
    private final Lasting lasting;
    private final Computations computations;

    ExportHistory(
            EventRecords records, AuditLog log, Generations generations, Lasting lasting, Computations computations) {
        this.lasting = lasting;
        this.computations = computations;
        this.generations = generations;
        this.records = records;
        this.log = log;
    }

    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
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
            try (held;
                    Computation computation = computations.begin(right)) {
                // Before the checkpoint: it covers whatever was stated by then.
                Map<String, String> statements = generations.statements().signed();
                SignedTree tree = log.newest();
                OutputStream answer = computation.answering(held.guarding(to));
                LogExport.write(
                        answer,
                        tree.checkpoint(),
                        log.verifierKey(),
                        Entries.of(records),
                        tree::leafAt,
                        statements,
                        log.handovers(),
                        log.beginning());
                answer.close();
            }
        });
    }
}
