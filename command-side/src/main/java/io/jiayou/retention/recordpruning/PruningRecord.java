package io.jiayou.retention.recordpruning;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.Receipt;
import io.jiayou.http.given.Given;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/archives/{archiveId}/prunings}: the node that archives says what its archive's signed note says. */
@RestController
@AnswersReceipts
@Tag(name = "Operations")
class PruningRecord {

    /**
     * What the note of an archive says about a full backup that was deleted.
     *
     * @param set the full backup's number in the archive
     * @param setSha256 of the full backup's manifest
     * @param target where the archive lies
     * @param rule the rules of which none kept it
     * @param by who deleted it: an account of the operating system, or {@code system} for the nightly schedule
     * @param at when it was deleted
     */
    record PruningRequest(
            @Schema(example = "3") @Given(Limit.COUNT) long set,

            @Schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            @NotNull
            @Given(Limit.SHA_256)
            String setSha256,

            @Schema(example = "s3://bucket/jiayou") @NotNull @Given(Limit.NOTE)
            String target,

            @Schema(example = "last 3, daily 7, weekly 5, monthly 12, yearly 5") @Nullable @Given(Limit.NOTE)
            String rule,

            @Schema(example = "system") @Nullable @Given(Limit.NOTE)
            String by,

            @Schema(example = "2026-11-23T03:00:00Z") @NotNull
            Instant at) {}

    private final Commands commands;

    PruningRecord(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/archives/{archiveId}/prunings")
    @Operation(
            operationId = "recordPruning",
            summary = "Record that a full backup was deleted",
            description = "Sent by the node that archives, from the signed note that the archive keeps of it.")
    Receipt record(
            @Parameter(example = "0123456789abcdef0123456789abcdef") @PathVariable @Given(Limit.ARCHIVE)
                    String archiveId,
            @Valid @RequestBody PruningRequest request) {
        return commands.send(
                archiveId,
                new RecordPruning(
                        archiveId,
                        request.set(),
                        request.setSha256(),
                        request.target(),
                        request.rule(),
                        request.by(),
                        request.at()));
    }
}
