package io.jiayou.driver.removevehicle;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.http.given.Given;
import io.jiayou.values.Limit;
import io.jiayou.values.Plate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code DELETE /api/drivers/{driverId}/vehicles/{plate}}. */
@RestController
@AnswersReceipts
@Tag(name = "Drivers")
class VehicleRemoval {

    private final Commands commands;
    private final Clock clock;

    VehicleRemoval(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @DeleteMapping("/api/drivers/{driverId}/vehicles/{plate}")
    @Operation(operationId = "removeVehicle", summary = "Remove a vehicle")
    Receipt delete(
            @Parameter(example = ExampleIds.DRIVER) @PathVariable @Given(Limit.ID) String driverId,
            @Parameter(example = "沪AD12345") @PathVariable @Given(Limit.PLATE) String plate) {
        return commands.send(
                driverId,
                new RemoveVehicle(
                        driverId, Fields.read("plate", plate, Plate::new).number(), clock.instant()));
    }
}
