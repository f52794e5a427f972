package io.jiayou.audit.history;

import io.jiayou.audit.index.HistoryIndex;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.log.SignedTree;
import io.jiayou.http.ProblemException;
import io.jiayou.http.computing.Computations;
import io.jiayou.http.computing.TakesLong;
import io.jiayou.http.document.AnswersText;
import io.jiayou.http.given.Given;
import io.jiayou.parameters.Parameters;
import io.jiayou.rules.Problem;
import io.jiayou.transparency.TlogProof;
import io.jiayou.values.Limit;
import io.jiayou.values.Position;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/audit/receipt}: some events with their proofs, all of one checkpoint. */
@RestController
@RequestMapping("/api/audit")
@ConditionalOnProperty("jiayou.audit.directory")
@Tag(name = "Audit")
class ProveHistory {

    private static final int MOST = 10_000;
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final AuditLog log;
    private final HistoryIndex index;

    ProveHistory(AuditLog log, HistoryIndex index) {
        this.log = log;
        this.index = index;
    }

    @TakesLong
    @GetMapping("/receipt")
    @Operation(
            operationId = "proveEvents",
            summary = "Some events with a proof of each",
            description =
                    "C2SP tlog-proofs, one behind the other, all of one checkpoint: of an order, a driver, a station, or of"
                            + " the positions from … to, at most 10,000 events.")
    @ApiResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    @AnswersText
    void some(
            @RequestParam(required = false) @Nullable @Given(Limit.ID) String order,
            @RequestParam(required = false) @Nullable @Given(Limit.ID) String driver,
            @RequestParam(required = false) @Nullable @Given(Limit.ID) String station,
            @Parameter(description = "the first position")
                    @RequestParam(defaultValue = "0")
                    @Min(Position.FIRST)
                    @Max(Position.LAST)
                    long from,
            @Parameter(description = "the position behind the last one, above from")
                    @RequestParam(required = false)
                    @Min(Position.FIRST)
                    @Max(Position.LAST)
                    @Nullable
                    Long to,
            HttpServletResponse response)
            throws IOException {
        if (to != null && to <= from) {
            throw Parameters.invalid("to", "to is a position behind from");
        }
        SignedTree tree = log.newest();
        HistoryQuestion question = new HistoryQuestion()
                .subject("order", order)
                .subject("driver", driver)
                .subject("station", station)
                .positions(from, to == null ? tree.size() : Math.min(to, tree.size()));
        long[] positions = index.find(question, MOST + 1);
        if (positions.length > MOST) {
            throw Parameters.invalid("to", "more than {0} events: ask for fewer", MOST);
        }
        if (positions.length == 0) {
            throw new ProblemException(Problem.NOT_FOUND, null, "no checkpoint covers such an event yet");
        }
        answer(tree.proofs(positions), response);
    }

    /** The first proofs are made before anything is answered; what fails later cuts the answer off. */
    private static void answer(Iterator<TlogProof> proofs, HttpServletResponse response) throws IOException {
        response.setContentType(TEXT.toString());
        OutputStream answer = Computations.answering(response.getOutputStream());
        while (proofs.hasNext()) {
            answer.write(proofs.next().format().getBytes(StandardCharsets.UTF_8));
        }
        answer.close();
    }
}
