package io.jiayou.driver.profile;

import io.jiayou.parameters.Found;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.rules.Rule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/drivers/{driverId}}. */
@RestController
@Reads(DriverProfileModel.class)
@Tag(name = "Drivers")
class FindDriverProfile {

    private final ReadModels readModels;
    private final DriverProfileModel profiles;

    FindDriverProfile(ReadModels readModels, DriverProfileModel profiles) {
        this.readModels = readModels;
        this.profiles = profiles;
    }

    @GetMapping("/api/drivers/{driverId}")
    @Operation(operationId = "findDriver", summary = "A driver with vehicles")
    DriverProfile find(@Parameter(example = "0197a3c5-0000-7000-8000-00000000d001") @PathVariable String driverId) {
        return Found.orUnknown(readModels.of(profiles).find(driverId), Rule.DRIVER_UNKNOWN);
    }
}
