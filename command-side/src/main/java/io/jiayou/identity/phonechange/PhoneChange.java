package io.jiayou.identity.phonechange;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Lookup;
import io.jiayou.command.OpenedEvents;
import io.jiayou.command.Receipt;
import io.jiayou.driver.Driver;
import io.jiayou.driver.changephone.ChangePhone;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.http.given.Given;
import io.jiayou.identity.driverlogin.ShownIdentifiers;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.phonelogin.CodeSender;
import io.jiayou.identity.phonelogin.PhoneCodes;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.privacy.PersonalData;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/drivers/{driverId}/phone}: the only way to another number that logs the driver in. */
@RestController
@AnswersReceipts
@Tag(name = "Drivers")
class PhoneChange {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneChange.class);

    record PhoneChangeRequest(
            @Schema(description = "E.164, or 11 digits of mainland China", example = "13800138001")
            @NotNull
            @Given(Limit.PHONE)
            String phone,

            @Schema(description = "that was sent to this number for CHANGE", example = "123456")
            @NotNull
            @Pattern(regexp = "[0-9]{6}")
            String code) {}

    private final PhoneCodes codes;
    private final ShownIdentifiers identifiers;
    private final EventStore events;
    private final Commands commands;
    private final Sessions sessions;
    private final ObjectProvider<CodeSender> sender;
    private final Clock clock;

    PhoneChange(
            PhoneCodes codes,
            ShownIdentifiers identifiers,
            EventStore events,
            PersonalData data,
            Commands commands,
            Sessions sessions,
            ObjectProvider<CodeSender> sender,
            Clock clock) {
        this.codes = codes;
        this.identifiers = identifiers;
        this.events = new OpenedEvents(events, data);
        this.commands = commands;
        this.sessions = sessions;
        this.sender = sender;
        this.clock = clock;
    }

    @PutMapping("/api/drivers/{driverId}/phone")
    @Operation(
            operationId = "changePhone",
            summary = "Change the number by which the driver logs in",
            description =
                    "With a code that was sent to the new number for this driver. Ends all sessions of the driver, and"
                            + " the old number is told. A code that isn't good is an invalid field, since the driver is"
                            + " logged in.")
    Receipt put(
            @Parameter(example = ExampleIds.DRIVER) @PathVariable @Given(Limit.ID) String driverId,
            @Valid @RequestBody PhoneChangeRequest request) {
        String phone = PhoneCodes.read(request.phone());
        codes.use(phone, PhoneCodes.changeOf(driverId), request.code());
        Optional<String> before = numberOf(driverId);
        boolean proved = before.filter(old -> identifiers.isOf(IdentifierKind.PHONE, old, driverId))
                .isPresent();
        identifiers.free(IdentifierKind.PHONE, phone, driverId);
        Receipt receipt = commands.send(driverId, new ChangePhone(driverId, phone, clock.instant()));
        if (!before.equals(Optional.of(phone))) {
            sessions.endAll(driverId, SessionEnd.ACCOUNT_CHANGED);
            before.filter(old -> proved).ifPresent(this::tell);
        }
        return receipt;
    }

    /** Looked up for this time only: nothing open is remembered. */
    private Optional<String> numberOf(String driverId) {
        return new Lookup<Driver, DriverEvent>(events, DriverEvent.class, Driver.NONE, Driver::evolve)
                .find(driverId)
                .flatMap(driver -> Optional.ofNullable(driver.phone()));
    }

    /** The number is changed by now: whatever goes wrong here doesn't undo it. */
    private void tell(String old) {
        CodeSender known = sender.getIfAvailable();
        if (known == null) {
            LOG.warn("A driver has another number; the old one wasn't told, since nothing here can send texts");
            return;
        }
        try {
            known.tellOfChange(old);
        } catch (RuntimeException e) {
            LOG.warn("A driver has another number; telling the old one failed: {}", e.toString());
        }
    }
}
