package io.jiayou.identity.sessions;

import io.jiayou.access.Caller;
import io.jiayou.http.access.Callers;
import io.jiayou.http.given.Given;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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

/** {@code /api/sessions}: going on, looking at one's own, ending one. */
@RestController
@Tag(name = "Sessions")
class SessionsEndpoint {

    record RefreshRequest(
            @Schema(description = "the newest one of the session") @NotNull @Size(max = 256)
            String refreshToken) {}

    /**
     * A session as its owner sees it.
     *
     * @param way how its owner logged in
     * @param usedAt when its newest refresh token was given out
     * @param endsAt when it ends, however often it's used
     * @param current whether it's the one that asks
     */
    record OwnSession(
            String sessionId, LoginWay way, Instant startedAt, Instant usedAt, Instant endsAt, boolean current) {}

    private final Sessions sessions;

    SessionsEndpoint(Sessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping("/api/sessions/refresh")
    @Operation(
            operationId = "refreshSession",
            summary = "Go on with a session",
            description = "Each refresh token is good for one time; one that comes again ends the session.")
    ResponseEntity<Granted> refresh(@Valid @RequestBody RefreshRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(sessions.refresh(request.refreshToken()));
    }

    @GetMapping("/api/sessions")
    @Operation(operationId = "listSessions", summary = "One's own living sessions")
    List<OwnSession> own() {
        Caller caller = Callers.required();
        return sessions.of(caller.actor()).stream()
                .map(it -> new OwnSession(
                        it.id(),
                        it.way(),
                        it.startedAt(),
                        it.usedAt(),
                        it.endsAt(),
                        it.id().equals(caller.sessionId())))
                .toList();
    }

    @DeleteMapping("/api/sessions/current")
    @Operation(operationId = "logOut", summary = "Log out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut() {
        Caller caller = Callers.required();
        sessions.end(caller.actor(), caller.sessionId(), SessionEnd.LOGGED_OUT);
    }

    @DeleteMapping("/api/sessions/{sessionId}")
    @Operation(operationId = "endSession", summary = "End one of one's own sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable @Given(Limit.ID) String sessionId) {
        sessions.end(Callers.required().actor(), sessionId, SessionEnd.ENDED_BY_OWNER);
    }
}
