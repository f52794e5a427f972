package io.jiayou.driver.registerdriver;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.command.Receipts;
import io.jiayou.http.given.Given;
import io.jiayou.values.Limit;
import io.jiayou.values.Phone;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/drivers}. */
@RestController
@AnswersReceipts
@Tag(name = "Drivers")
class DriverRegistration {

    record DriverRequest(
            @Schema(description = "chosen by the client; the server makes one if absent", example = ExampleIds.DRIVER)
            @Nullable
            @Given(Limit.ID)
            String driverId,

            @Schema(example = "王小明") @NotNull @Given(Limit.PERSON)
            String name,

            @Schema(description = "E.164, or 11 digits of mainland China", example = "13800138000")
            @NotNull
            @Given(Limit.PHONE)
            String phone,

            @Schema(description = "the openid towards our mini-program", example = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
            @Nullable
            @Given(Limit.OPENID)
            String openid) {}

    private final Commands commands;
    private final Clock clock;

    DriverRegistration(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/drivers")
    @Operation(
            operationId = "registerDriver",
            summary = "Register a driver",
            description =
                    "A phone number or an openid that is taken is refused. Both are contacts: they log nobody in before"
                            + " whoever has them showed them.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> register(@Valid @RequestBody DriverRequest request) {
        String driverId = Fields.idOrNew("driverId", request.driverId());
        String phone = Fields.read("phone", request.phone(), Phone::new).number();
        RegisterDriver command = new RegisterDriver(
                driverId, Fields.line("name", request.name()), phone, request.openid(), null, clock.instant());
        return Receipts.created("/api/drivers", commands.send(driverId, command));
    }
}
