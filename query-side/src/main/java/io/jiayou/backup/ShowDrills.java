package io.jiayou.backup;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/drills}. */
@RestController
@ConditionalOnProperty({"jiayou.audit.directory", "jiayou.archive.targets"})
@Tag(name = "Operations")
class ShowDrills {

    private static final int MOST = 100;

    private final DrillReports reports;

    ShowDrills(DrillReports reports) {
        this.reports = reports;
    }

    /**
     * Reports of restore drills, the newest first.
     *
     * @param drills the same under its name of before
     */
    record Drills(
            List<DrillReport> items,

            @Schema(deprecated = true, description = "use items")
            List<DrillReport> drills) {}

    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    @GetMapping("/api/drills")
    @Operation(
            operationId = "showDrills",
            summary = "What the restore drills have found",
            description = "Each has restored the archive into a throw-away place and compared it with the live system.")
    Drills show() {
        List<DrillReport> newest = reports.newest(MOST);
        return new Drills(newest, newest);
    }
}
