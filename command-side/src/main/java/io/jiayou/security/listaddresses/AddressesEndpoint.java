package io.jiayou.security.listaddresses;

import io.jiayou.command.Commands;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.http.ProblemException;
import io.jiayou.http.addresses.AddressRange;
import io.jiayou.http.addresses.Peers;
import io.jiayou.http.given.Given;
import io.jiayou.http.perimeter.AddressList;
import io.jiayou.http.perimeter.AddressListKeeper;
import io.jiayou.http.perimeter.AtTheTerminal;
import io.jiayou.rules.Problem;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.Listing;
import io.jiayou.security.events.SecurityEvent;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/perimeter/addresses}: which addresses get in. It holds at once here, and on other nodes in seconds. */
@RestController
@Tag(name = "Border")
class AddressesEndpoint {

    /**
     * A range of addresses to let in or keep out.
     *
     * @param listing whether it is let in or kept out
     */
    @Schema(name = "AddressesRequest")
    record Entry(
            @Schema(description = "CIDR, IPv4 or IPv6", example = "203.0.113.0/24")
            @NotNull
            @Pattern(regexp = AddressRange.WRITTEN)
            String range,

            @NotNull Listing listing,

            @Schema(description = "for those who read the list later", example = "guesses passwords")
            @Nullable
            @Given(value = Limit.REASON, blank = true)
            String reason) {}

    private final Commands commands;
    private final AddressList list;
    private final AddressListKeeper keeper;
    private final Clock clock;

    AddressesEndpoint(Commands commands, AddressList list, AddressListKeeper keeper, Clock clock) {
        this.commands = commands;
        this.list = list;
        this.keeper = keeper;
        this.clock = clock;
    }

    @GetMapping("/api/perimeter/addresses")
    @Operation(operationId = "listAddresses", summary = "Which addresses are let in or kept out")
    List<AddressesListed> all() {
        keeper.look();
        return list.all();
    }

    @PostMapping("/api/perimeter/addresses")
    @Operation(
            operationId = "addAddresses",
            summary = "Let a range of addresses in, or keep it out",
            description =
                    "An entry that would keep out the sender is refused. Who shows a token of the terminal always gets in.")
    Receipt list(@Valid @RequestBody Entry entry, HttpServletRequest request) {
        AddressRange range = Fields.read("range", entry.range(), AddressRange::of);
        keeper.look();
        if (!AtTheTerminal.isWhereFrom(request) && !list.wouldLetIn(Peers.of(request), range, entry.listing())) {
            throw new ProblemException(Problem.INVALID_FIELD, "range", "this would keep you out yourself");
        }
        String reason = Fields.optionalText(entry.reason());
        ListAddresses command =
                new ListAddresses(SecurityEvent.ADDRESSES, range.toString(), entry.listing(), reason, clock.instant());
        return sent(range, command);
    }

    @DeleteMapping("/api/perimeter/addresses")
    @Operation(operationId = "removeAddresses", summary = "Take a range of addresses off the list")
    Receipt unlist(
            @Parameter(description = "the network, as it was listed: 203.0.113.0/24")
                    @RequestParam
                    @Pattern(regexp = AddressRange.WRITTEN)
                    String range) {
        AddressRange known = Fields.read("range", range, AddressRange::of);
        return sent(known, new UnlistAddresses(SecurityEvent.ADDRESSES, known.toString(), clock.instant()));
    }

    private Receipt sent(AddressRange range, Object command) {
        Receipt receipt = commands.send(range.toString(), command);
        keeper.look();
        return receipt;
    }
}
