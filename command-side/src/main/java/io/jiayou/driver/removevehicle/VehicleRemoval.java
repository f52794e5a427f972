package io.jiayou.driver.removevehicle;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.values.Plate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
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
    @Operation(summary = "Remove a vehicle")
    Receipt delete(
            @Parameter(example = ExampleIds.DRIVER) @PathVariable @Pattern(regexp = Fields.ID) String driverId,
            @Parameter(example = "沪AD12345") @PathVariable String plate) {
        return commands.send(
                driverId,
                new RemoveVehicle(
                        driverId, Fields.read("plate", plate, Plate::new).number(), clock.instant()));
    }
}
