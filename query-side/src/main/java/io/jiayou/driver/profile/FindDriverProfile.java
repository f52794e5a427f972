package io.jiayou.driver.profile;

import io.jiayou.audit.timetravel.Changes;
import io.jiayou.audit.timetravel.PastDocuments;
import io.jiayou.http.given.Given;
import io.jiayou.parameters.Found;
import io.jiayou.readmodel.Reads;
import io.jiayou.rules.Rule;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/drivers/{driverId}} and its changes. */
@RestController
@Reads(DriverProfileModel.class)
@Tag(name = "Drivers")
class FindDriverProfile {

    private final PastDocuments documents;
    private final DriverProfileModel profiles;

    FindDriverProfile(PastDocuments documents, DriverProfileModel profiles) {
        this.documents = documents;
        this.profiles = profiles;
    }

    @GetMapping("/api/drivers/{driverId}")
    @Operation(operationId = "findDriver", summary = "A driver with vehicles")
    DriverProfile find(
            @Parameter(example = "0197a3c5-0000-7000-8000-00000000d001") @PathVariable @Given(Limit.ID) String driverId,
            @Parameter(
                            description = PastDocuments.AS_OF_TEXT,
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            HttpServletResponse response) {
        return Found.orUnknown(documents.find(profiles, driverId, asOf, response), Rule.DRIVER_UNKNOWN);
    }

    @GetMapping("/api/drivers/{driverId}/changes")
    @Reads(value = DriverProfileModel.class, past = false)
    @Operation(
            operationId = "findDriverChanges",
            summary = "What became of a driver between two moments, and by which events")
    Changes changes(
            @Parameter(example = "0197a3c5-0000-7000-8000-00000000d001") @PathVariable @Given(Limit.ID) String driverId,
            @Parameter(
                            description = PastDocuments.FROM_TEXT,
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam
                    String from,
            @Parameter(
                            description = PastDocuments.TO_TEXT,
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            HttpServletResponse response) {
        return Found.orUnknown(
                documents.changes(profiles, driverId, from, to, Function.identity(), response), Rule.DRIVER_UNKNOWN);
    }
}
