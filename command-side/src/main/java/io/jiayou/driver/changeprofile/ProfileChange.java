package io.jiayou.driver.changeprofile;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.http.given.Given;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/drivers/{driverId}}. */
@RestController
@AnswersReceipts
@Tag(name = "Drivers")
class ProfileChange {

    record ProfileRequest(
            @Schema(example = "王小明") @NotNull @Given(Limit.PERSON)
            String name) {}

    private final Commands commands;
    private final Clock clock;

    ProfileChange(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping("/api/drivers/{driverId}")
    @Operation(
            operationId = "changeDriver",
            summary = "Change the name",
            description =
                    "The number is changed at /phone, by the driver and with a code, or set as a contact at /contact.")
    Receipt put(
            @Parameter(example = ExampleIds.DRIVER) @PathVariable @Given(Limit.ID) String driverId,
            @Valid @RequestBody ProfileRequest request) {
        return commands.send(
                driverId, new ChangeProfile(driverId, Fields.line("name", request.name()), clock.instant()));
    }
}
