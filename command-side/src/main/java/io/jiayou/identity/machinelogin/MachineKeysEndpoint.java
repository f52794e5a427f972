package io.jiayou.identity.machinelogin;

import io.jiayou.access.AccessTable;
import io.jiayou.access.Scope;
import io.jiayou.command.Fields;
import io.jiayou.http.ProblemException;
import io.jiayou.http.given.Coded;
import io.jiayou.http.given.Given;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.rules.NotAllowed;
import io.jiayou.rules.Problem;
import io.jiayou.values.Limit;
import io.jiayou.values.Limits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/machine-keys}, and {@code POST /api/sessions/machine} that they are good for. */
@RestController
@Tag(name = "Accounts")
class MachineKeysEndpoint {

    private static final int LONGEST_DAYS = 366;

    /**
     * What a program's key is to be good for.
     *
     * @param name says which program
     * @param scopes what it may
     */
    record MachineKeyRequest(
            @Schema(example = "pump controller of station 7") @NotNull @Given(Limit.PERSON)
            String name,

            @Schema(example = "[\"pump\"]") @NotNull @Size(min = 1, max = Limits.SCOPES)
            List<@NotNull @Coded(Scope.class) String> scopes,

            @Schema(
                    description = "the one station that it's good for: none of its scopes reaches anything else, sums"
                            + " and files of many stations neither; a key for pumps needs one")
            @Nullable
            @Given(Limit.ID)
            String stationId,

            @Schema(description = "days until it expires", example = "90") @Min(1) @Max(LONGEST_DAYS)
            int days) {}

    record MachineLoginRequest(@NotNull @Size(max = 256) String key) {}

    /**
     * A key as operations sees it.
     *
     * @param name says which program
     * @param scopes the codes of what it may: {@code pump}
     * @param stationId the one station that it's good for; none if for no single one
     * @param revoked whether it was ended before it expires
     */
    @Schema(name = "MachineKey")
    record Listed(
            String keyId,
            String name,
            List<String> scopes,
            @Nullable String stationId,
            Instant issuedAt,
            Instant expiresAt,
            boolean revoked) {}

    private final MachineKeys keys;

    MachineKeysEndpoint(MachineKeys keys) {
        this.keys = keys;
    }

    @PostMapping("/api/sessions/machine")
    @Operation(
            operationId = "logInAsMachine",
            summary = "Log in as a program",
            description = "Answers an access token, for each five minutes anew.")
    ResponseEntity<Granted> logIn(@Valid @RequestBody MachineLoginRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(keys.logIn(request.key()));
    }

    @GetMapping("/api/machine-keys")
    @Operation(operationId = "listMachineKeys", summary = "All keys, without their secrets")
    List<Listed> list() {
        return keys.all().stream()
                .map(key -> new Listed(
                        key.id(),
                        key.name(),
                        key.scopes().stream().map(Scope::code).sorted().toList(),
                        key.stationId(),
                        key.issuedAt(),
                        key.expiresAt(),
                        key.revoked()))
                .toList();
    }

    @PostMapping("/api/machine-keys")
    @Operation(operationId = "issueMachineKey", summary = "Issue a key", description = "It is shown this one time.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MachineKeys.Issued> issue(@Valid @RequestBody MachineKeyRequest request) {
        Set<Scope> scopes = request.scopes().stream()
                .map(code -> Fields.read("scopes", code, MachineKeysEndpoint::scope))
                .collect(Collectors.toSet());
        if (request.stationId() != null) {
            scopes.forEach(MachineKeysEndpoint::requireThings);
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(keys.issue(
                        Fields.line("name", request.name()),
                        scopes,
                        request.stationId(),
                        Duration.ofDays(request.days())));
    }

    @DeleteMapping("/api/machine-keys/{keyId}")
    @Operation(operationId = "revokeMachineKey", summary = "Revoke a key")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable @Given(Limit.ID) String keyId) {
        keys.revoke(keyId);
    }

    private static void requireThings(Scope scope) {
        if (!AccessTable.shipped().isOfThings(scope)) {
            throw new ProblemException(
                    Problem.INVALID_FIELD, "stationId", "what {0} is good for is no single station's", scope.code());
        }
    }

    private static Scope scope(String code) {
        return Scope.of(code).orElseThrow(() -> new NotAllowed("there is no such scope"));
    }
}
