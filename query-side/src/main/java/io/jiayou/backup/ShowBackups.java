package io.jiayou.backup;

import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.write.Progress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/backups}. */
@RestController
@ConditionalOnProperty({"jiayou.audit.directory", "jiayou.archive.targets"})
@Tag(name = "Operations")
class ShowBackups {

    private final BackupKeeper keeper;
    private final DrillReports drills;
    private final ObjectProvider<DrillPlan> plan;

    ShowBackups(BackupKeeper keeper, DrillReports drills, ObjectProvider<DrillPlan> plan) {
        this.keeper = keeper;
        this.drills = drills;
        this.plan = plan;
    }

    /**
     * How the archive on one target stands.
     *
     * @param target where it lies
     * @param events how many are archived, -1 as long as the target hasn't answered
     * @param segments how many files of events there are, -1 as long as the target hasn't answered
     * @param sets how many full backups were ever taken, -1 as long as the target hasn't answered
     * @param behind how many events that the audit log has signed aren't archived yet
     * @param waitingSeconds how long the oldest of them has waited, seconds
     * @param lastWritten when the last segment was written since the start; absent before
     * @param lastEvent when the last event that is archived was recorded
     * @param lastFull when the last full backup was taken
     * @param error what fails now; absent if nothing does
     * @param verdict what is wrong with the archive itself; nothing is written to it any more; absent if nothing is
     */
    @Schema(name = "BackupTarget")
    record Standing(
            String target,
            long events,
            long segments,
            long sets,
            long behind,
            long waitingSeconds,
            @Nullable Instant lastWritten,
            @Nullable Instant lastEvent,
            @Nullable Instant lastFull,
            @Nullable String error,
            @Nullable ArchiveVerdict verdict) {

        static Standing of(Progress progress) {
            return new Standing(
                    progress.target(),
                    progress.events(),
                    progress.segments(),
                    progress.sets(),
                    progress.behind(),
                    progress.waiting().toSeconds(),
                    progress.lastWritten(),
                    progress.lastEvent(),
                    progress.lastSet(),
                    progress.lastError(),
                    progress.verdict());
        }
    }

    /**
     * The archives on all targets.
     *
     * @param nextFull when the next full backup is due
     * @param lastDrill what the last restore drill has found; none if there was none
     * @param nextDrill when the next restore drill is due; none if they aren't done here
     * @param archiveKeys verify the archives' notes; what a recovery kit believes
     * @param logKeys verify the audit log's checkpoints, oldest first; what a recovery kit believes
     */
    record Backups(
            List<Standing> targets,
            Instant nextFull,
            DrillReports.@Nullable Last lastDrill,
            @Nullable Instant nextDrill,
            List<String> archiveKeys,
            List<String> logKeys) {}

    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    @GetMapping("/api/backups")
    @Operation(
            operationId = "showBackups",
            summary = "How the archives stand, target by target",
            description =
                    "Also the last restore drill, what is planned next, and the keys that a recovery kit believes.")
    Backups show() {
        return new Backups(
                keeper.progress().stream().map(Standing::of).toList(),
                keeper.nextFull(),
                drills.last(),
                next(),
                keeper.archives().keys(),
                keeper.archives().logKeys());
    }

    private @Nullable Instant next() {
        DrillPlan planned = plan.getIfAvailable();
        return planned == null ? null : planned.next();
    }
}
