package io.jiayou.identity.terminallogin;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.access.Scope;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.ids.Ids;
import io.jiayou.rules.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/sessions/terminal}: whoever can read the data directory may do everything to it anyway, and gets a
 * short token for any role. It leaves an event like every other login.
 */
@RestController
@Tag(name = "Sessions")
class TerminalLogin {

    record AssertionRequest(@NotNull @Size(max = 2048) String assertion) {}

    private final byte[] key;
    private final Sessions sessions;
    private final Clock clock;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();

    /** @param key 32 bytes in Base64; blank where there is no terminal */
    TerminalLogin(@Value("${jiayou.identity.terminal-key:}") String key, Sessions sessions, Clock clock) {
        this.key = Base64.getDecoder().decode(key.strip());
        this.sessions = sessions;
        this.clock = clock;
    }

    @PostMapping("/api/sessions/terminal")
    @Operation(
            operationId = "logInAtTerminal",
            summary = "Log in at the terminal",
            description = "For the commands of ./jiayou: by a statement signed with the key in the data directory.")
    ResponseEntity<Granted> logIn(@Valid @RequestBody AssertionRequest request) {
        Instant now = clock.instant();
        if (key.length == 0) {
            throw new ProblemException(Problem.UNAVAILABLE, null, "there is no terminal here");
        }
        TerminalAssertion said = TerminalAssertion.verified(request.assertion(), key, now)
                .filter(it -> isFirst(it, now))
                .orElseThrow(() -> new ProblemException(Problem.LOGIN_REFUSED, null, "the statement isn't good"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(sessions.once(caller(said), LoginWay.TERMINAL));
    }

    private boolean isFirst(TerminalAssertion said, Instant now) {
        used.values().removeIf(until -> !now.isBefore(until));
        return used.putIfAbsent(said.id(), said.expiresAt()) == null;
    }

    private static Caller caller(TerminalAssertion said) {
        Role role = Role.of(said.role())
                .filter(it -> it != Role.NEWCOMER)
                .orElseThrow(() -> new ProblemException(Problem.INVALID_FIELD, "role", "there is no such role"));
        if (role.isOfStation() != (said.stationId() != null) && role != Role.MACHINE) {
            throw new ProblemException(Problem.INVALID_FIELD, "station", "attendants and managers have a station");
        }
        if ((role == Role.DRIVER) != (said.driverId() != null)) {
            throw new ProblemException(Problem.INVALID_FIELD, "driver", "drivers, and they alone, have a driver id");
        }
        Set<Scope> scopes = role == Role.MACHINE ? Set.of(Scope.values()) : Set.of();
        String actor = said.driverId() == null ? Caller.atTerminal(said.account()) : said.driverId();
        return new Caller(actor, role, said.driverId(), said.stationId(), scopes, Ids.timeOrdered());
    }
}
