package io.jiayou.identity.phonelogin;

import io.jiayou.command.Fields;
import io.jiayou.driver.IdentifierKey;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Records;
import io.jiayou.identity.credentials.Secrets;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.identity.driverlogin.DriverLogin;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.rules.Problem;
import io.jiayou.values.Phone;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/sessions/phone/codes} and {@code POST /api/sessions/phone}. */
@RestController
@Tag(name = "Sessions")
class PhoneLogin {

    private static final int DIGITS = 6;

    record PhoneRequest(
            @Schema(example = "13800138000") @NotNull String phone) {}

    record CodeRequest(
            @Schema(example = "13800138000") @NotNull String phone,

            @Schema(example = "123456") @NotNull @Pattern(regexp = "[0-9]{6}")
            String code) {}

    /** By the ids of claims: the numbers themselves aren't kept. */
    private final Records<PhoneCode> codes;

    private final IdentifierKey key;
    private final ObjectProvider<CodeSender> sender;
    private final DriverLogin drivers;
    private final Clock clock;

    PhoneLogin(Vault vault, IdentifierKey key, ObjectProvider<CodeSender> sender, DriverLogin drivers, Clock clock) {
        this.codes = vault.records("phone-codes", PhoneCode.class);
        this.key = key;
        this.sender = sender;
        this.drivers = drivers;
        this.clock = clock;
    }

    @PostMapping("/api/sessions/phone/codes")
    @Operation(summary = "Have a code sent to a phone", description = "One a minute, five an hour, ten a day.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void send(@Valid @RequestBody PhoneRequest request) {
        String phone = phone(request.phone());
        CodeSender known = sender.getIfAvailable(() -> {
            throw new ProblemException(Problem.UNAVAILABLE, null, "nothing here can send codes");
        });
        String code = Secrets.random(DIGITS, "0123456789");
        Instant now = clock.instant();
        boolean may = codes.decide(id(phone), stored -> {
            PhoneCode before = stored.orElse(PhoneCode.NONE);
            return before.maySend(now) ? Decided.become(before.sent(code, now), true) : Decided.keep(false);
        });
        if (!may) {
            throw new ProblemException(Problem.TOO_MANY_ATTEMPTS, null, "a code was sent to this number before");
        }
        known.send(phone, code);
    }

    @PostMapping("/api/sessions/phone")
    @Operation(
            summary = "Log in as a driver by a phone number",
            description = "Five wrong codes, and a new one is needed. A number that nobody has becomes a new driver.")
    ResponseEntity<Granted> logIn(@Valid @RequestBody CodeRequest request) {
        String phone = phone(request.phone());
        Instant now = clock.instant();
        boolean good = codes.decide(id(phone), stored -> {
            PhoneCode before = stored.orElse(PhoneCode.NONE);
            if (before.isGood(request.code(), now)) {
                return Decided.become(before.used(), true);
            }
            // who guesses at numbers fills no store
            return before.triesLeft() > 0 ? Decided.become(before.missed(), false) : Decided.keep(false);
        });
        if (!good) {
            throw new ProblemException(Problem.LOGIN_REFUSED, null, "the code isn't good, or not any more");
        }
        Granted granted = drivers.of(IdentifierKind.PHONE, phone, LoginWay.PHONE);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(granted);
    }

    private static String phone(String given) {
        return Fields.read("phone", given, Phone::new).number();
    }

    private String id(String phone) {
        return key.claimId(IdentifierKind.PHONE, phone);
    }
}
