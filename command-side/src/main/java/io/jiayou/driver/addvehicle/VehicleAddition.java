package io.jiayou.driver.addvehicle;

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
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/drivers/{driverId}/vehicles}. */
@RestController
@AnswersReceipts
@Tag(name = "Drivers")
class VehicleAddition {

    record VehicleRequest(
            @Schema(example = "沪AD12345") @NotNull @Given(Limit.PLATE)
            String plate) {}

    private final Commands commands;
    private final Clock clock;

    VehicleAddition(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/drivers/{driverId}/vehicles")
    @Operation(
            operationId = "addVehicle",
            summary = "Add a vehicle",
            description = "Plates of mainland China with seven characters, or eight for new-energy vehicles.")
    Receipt post(
            @Parameter(example = ExampleIds.DRIVER) @PathVariable @Given(Limit.ID) String driverId,
            @Valid @RequestBody VehicleRequest request) {
        return commands.send(
                driverId,
                new AddVehicle(
                        driverId,
                        Fields.read("plate", request.plate(), Plate::new).number(),
                        clock.instant()));
    }
}
