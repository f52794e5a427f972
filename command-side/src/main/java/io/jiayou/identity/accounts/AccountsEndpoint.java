package io.jiayou.identity.accounts;

import io.jiayou.access.Role;
import io.jiayou.command.Fields;
import io.jiayou.http.given.AlsoHolds;
import io.jiayou.http.given.Coded;
import io.jiayou.http.given.Given;
import io.jiayou.rules.NotAllowed;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/accounts}: operations' administration of accounts. */
@RestController
@Tag(name = "Accounts")
class AccountsEndpoint {

    /** Attendants and managers, and they alone, have a station. */
    private static final String OF_STATIONS = """
            {"if": {"properties": {"role": {"enum": ["attendant", "manager"]}}},
             "then": {"required": ["stationId"], "properties": {"stationId": {"type": "string"}}},
             "else": {"properties": {"stationId": {"type": "null"}}}}""";

    /**
     * Whom an account is for.
     *
     * @param role what the person may
     */
    @AlsoHolds(OF_STATIONS)
    record AccountRequest(
            @Schema(description = "by which the person logs in")
            @NotNull
            @Pattern(regexp = "[\\p{L}0-9][\\p{L}0-9._-]{1,63}")
            String name,

            @Schema(example = "manager")
            @NotNull
            @Coded(
                    value = Role.class,
                    but = {"driver", "machine", "newcomer"})
            String role,

            @Schema(description = "for attendants and managers") @Nullable @Given(Limit.ID)
            String stationId) {}

    /**
     * What an account may from now on.
     *
     * @param role what the person may
     * @param stationId for attendants and managers
     */
    @AlsoHolds(OF_STATIONS)
    record RoleRequest(
            @Schema(example = "auditor")
            @NotNull
            @Coded(
                    value = Role.class,
                    but = {"driver", "machine", "newcomer"})
            String role,

            @Nullable @Given(Limit.ID) String stationId) {}

    /**
     * An account as operations sees it.
     *
     * @param name by which the person logs in
     * @param role the code of a role: {@code head-office}
     * @param stationId the station that the role is bound to; none for roles of no station
     * @param secondFactor whether a second factor is enrolled
     * @param lockedUntil until when nobody can log in from some network, after too many failures there, also when that is over;
     *     none if there were none
     * @param closed whether nobody can log in by it any more
     */
    @Schema(name = "Account")
    record Listed(
            String accountId,
            String name,
            String role,
            @Nullable String stationId,
            boolean secondFactor,
            @Nullable Instant lockedUntil,
            boolean closed,
            Instant createdAt) {}

    private final AccountAdministration administration;
    private final Accounts accounts;

    AccountsEndpoint(AccountAdministration administration, Accounts accounts) {
        this.administration = administration;
        this.accounts = accounts;
    }

    @GetMapping("/api/accounts")
    @Operation(operationId = "listAccounts", summary = "All accounts")
    List<Listed> list() {
        return accounts.all().stream().map(AccountsEndpoint::listed).toList();
    }

    @PostMapping("/api/accounts")
    @Operation(
            operationId = "createAccount",
            summary = "Create an account",
            description = "The one-time password is good for a day.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AccountAdministration.Handover> create(@Valid @RequestBody AccountRequest request) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(administration.create(request.name(), role(request.role()), request.stationId()));
    }

    @PutMapping("/api/accounts/{accountId}/role")
    @Operation(operationId = "setAccountRole", summary = "Give an account another role or station")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(@PathVariable @Given(Limit.ID) String accountId, @Valid @RequestBody RoleRequest request) {
        administration.grant(accountId, role(request.role()), request.stationId());
    }

    @PostMapping("/api/accounts/{accountId}/reset")
    @Operation(
            operationId = "resetAccount",
            summary = "Give an account a new one-time password, and take its second factor")
    ResponseEntity<AccountAdministration.Handover> reset(@PathVariable @Given(Limit.ID) String accountId) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(administration.reset(accountId));
    }

    @PostMapping("/api/accounts/{accountId}/closure")
    @Operation(operationId = "closeAccount", summary = "Close an account")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable @Given(Limit.ID) String accountId) {
        administration.close(accountId);
    }

    @PostMapping("/api/accounts/{accountId}/opening")
    @Operation(operationId = "openAccount", summary = "Open a closed account")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@PathVariable @Given(Limit.ID) String accountId) {
        administration.open(accountId);
    }

    private static Role role(String code) {
        return Fields.read("role", code, it -> Role.of(it).orElseThrow(() -> new NotAllowed("there is no such role")));
    }

    private static Listed listed(Account account) {
        return new Listed(
                account.id(),
                account.name(),
                account.role().code(),
                account.stationId(),
                account.factor().secret() != null,
                account.attempts().latestLock().orElse(null),
                account.closed(),
                account.createdAt());
    }
}
