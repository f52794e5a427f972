package io.jiayou.backup;

import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.write.Progress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/backups}. */
@RestController
@ConditionalOnProperty({"jiayou.audit.directory", "jiayou.archive.targets"})
@Tag(name = "Operations")
class ShowBackups {

    private final BackupKeeper keeper;

    ShowBackups(BackupKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * How the archive on one target stands.
     *
     * @param events how many are archived, -1 as long as the target hasn't answered
     * @param segments how many there are
     * @param sets how many full backups were ever taken
     * @param behind how many events that the audit log has signed aren't archived yet
     * @param waitingSeconds how long the oldest of them has waited
     * @param lastWritten when the last segment was written since the start
     * @param error what fails now
     * @param verdict what is wrong with the archive itself; nothing is written to it any more
     */
    record Standing(
            String target,
            long events,
            long segments,
            long sets,
            long behind,
            long waitingSeconds,
            @Nullable Instant lastWritten,
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
                    progress.lastError(),
                    progress.verdict());
        }
    }

    /** The archives on all targets. */
    record Backups(List<Standing> targets) {}

    @GetMapping("/api/backups")
    @Operation(operationId = "showBackups", summary = "How the archives stand, target by target")
    Backups show() {
        return new Backups(keeper.progress().stream().map(Standing::of).toList());
    }
}
