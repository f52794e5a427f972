package io.jiayou.station.registerstation;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.command.Receipts;
import io.jiayou.station.StationRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/stations}. */
@RestController
@AnswersReceipts
@Tag(name = "Stations")
class StationRegistration {

    private final Commands commands;
    private final Clock clock;

    StationRegistration(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/stations")
    @Operation(
            operationId = "registerStation",
            summary = "Register a station",
            description = "It is open; it sells once it has pumps and prices.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> register(@Valid @RequestBody StationRequest request) {
        String stationId = Fields.idOrNew("stationId", request.stationId());
        RegisterStation command = new RegisterStation(stationId, request.description(), clock.instant());
        return Receipts.created("/api/stations", commands.send(stationId, command));
    }
}
