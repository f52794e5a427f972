package io.jiayou.driver.setcontact;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.http.given.Given;
import io.jiayou.values.Limit;
import io.jiayou.values.Phone;
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

/** {@code PUT /api/drivers/{driverId}/contact}. */
@RestController
@AnswersReceipts
@Tag(name = "Drivers")
class ContactSetting {

    record ContactRequest(
            @Schema(description = "E.164, or 11 digits of mainland China", example = "13800138001")
            @NotNull
            @Given(Limit.PHONE)
            String phone) {}

    private final Commands commands;
    private final Clock clock;

    ContactSetting(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping("/api/drivers/{driverId}/contact")
    @Operation(
            operationId = "setContact",
            summary = "Set the number under which a driver is reached",
            description =
                    "It logs nobody in before whoever has it showed it. A number that the driver has shown stays.")
    Receipt put(
            @Parameter(example = ExampleIds.DRIVER) @PathVariable @Given(Limit.ID) String driverId,
            @Valid @RequestBody ContactRequest request) {
        return commands.send(
                driverId,
                new SetContact(
                        driverId,
                        Fields.read("phone", request.phone(), Phone::new).number(),
                        clock.instant()));
    }
}
