package io.jiayou.audit.log;

import io.jiayou.http.ProblemException;
import io.jiayou.http.document.AnswersText;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.documents.Statement;
import io.jiayou.rules.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the read models' generations are the folds of, signed by the log's key. */
@RestController
@ConditionalOnProperty("jiayou.audit.directory")
@Tag(name = "Audit")
class ServeStatements {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Generations generations;
    private final Catalogue models;

    ServeStatements(Generations generations, Catalogue models) {
        this.generations = generations;
        this.models = models;
    }

    /**
     * That a generation of a read model is the fold of exactly the first events.
     *
     * @param model the read model's name
     * @param generation which filling of the read model, from 1
     * @param size how many events
     * @param documents how many they made
     * @param hash the documents' canonical hash, the same in every store
     * @param software what has folded them
     * @param at when this was found
     * @param note signed by the log's key (C2SP signed-note); absent until a checkpoint covers the events
     */
    @Schema(name = "Statement")
    record Stated(
            String model,
            int generation,
            long size,
            long documents,
            String hash,
            String software,
            Instant at,
            @Nullable String note) {

        static Stated of(Statement statement) {
            return new Stated(
                    statement.model(),
                    statement.generation(),
                    statement.position() + 1,
                    statement.documents(),
                    statement.hash(),
                    statement.software(),
                    statement.at(),
                    statement.note());
        }
    }

    /**
     * Statements, by model, those of the most events first.
     *
     * @param statements the same under its name of before
     */
    @Schema(name = "Statements")
    record Overview(
            List<Stated> items,

            @Schema(deprecated = true, description = "use items")
            List<Stated> statements) {

        static Overview of(Stream<Statement> statements) {
            List<Stated> all = statements.map(Stated::of).toList();
            return new Overview(all, all);
        }
    }

    @GetMapping("/api/audit/read-models")
    @Operation(
            operationId = "listStatements",
            summary = "What read models are the folds of, signed",
            description = "Each live generation, each past and each verified state, as long as its generation exists.")
    Overview all() {
        return Overview.of(generations.statements().all().stream());
    }

    @GetMapping("/api/audit/read-models/{model}")
    @Operation(operationId = "findStatements", summary = "What one read model's generations are the folds of, signed")
    Overview one(@Parameter(example = "sales") @PathVariable @Pattern(regexp = Catalogue.FORM) String model) {
        if (models.named(model).isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND, null, "no read model has this name");
        }
        return Overview.of(generations.statements().all().stream()
                .filter(statement -> statement.model().equals(model)));
    }

    @AnswersText
    @GetMapping("/audit/log/read-models")
    @Operation(operationId = "auditStatements", summary = "The names of all signed statements, one per line")
    ResponseEntity<byte[]> names() {
        return text(generations.statements().signed().keySet().stream()
                .map(name -> name + "\n")
                .collect(Collectors.joining()));
    }

    @AnswersText
    @GetMapping("/audit/log/read-models/{name}")
    @Operation(
            operationId = "auditStatement",
            summary = "A signed statement about a read model",
            description = "C2SP signed-note.")
    ResponseEntity<byte[]> note(
            @Parameter(example = "sales_1@41") @PathVariable @Pattern(regexp = "[A-Za-z0-9._@-]{1,128}") String name) {
        return Optional.ofNullable(generations.statements().signed().get(name))
                .map(ServeStatements::text)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, null, "no signed statement has this name"));
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok().contentType(TEXT).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
