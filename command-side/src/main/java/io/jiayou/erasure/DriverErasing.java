package io.jiayou.erasure;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Receipt;
import io.jiayou.http.given.Given;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code DELETE /api/drivers/{driverId}}. */
@RestController
@AnswersReceipts
@Tag(name = "Drivers")
class DriverErasing {

    private final Erasures erasures;

    DriverErasing(Erasures erasures) {
        this.erasures = erasures;
    }

    @DeleteMapping("/api/drivers/{driverId}")
    @Operation(
            operationId = "eraseDriver",
            summary = "Erase a driver",
            description =
                    "What is personal can't be read any more when this is answered; orders and their money stay, of an"
                            + " erased driver. It can't be undone. Sending it again answers the same.")
    Receipt delete(@Parameter(example = ExampleIds.DRIVER) @PathVariable @Given(Limit.ID) String driverId) {
        return erasures.erase(driverId);
    }
}
