package io.jiayou.identity.phonelogin;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.http.ProblemException;
import io.jiayou.http.access.Callers;
import io.jiayou.http.given.Given;
import io.jiayou.identity.driverlogin.DriverLogin;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.rules.Problem;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    /** What a code is for. */
    enum Purpose {
        /** To log in. */
        LOGIN,
        /** To become the number of the driver who asks, for whom alone the code is good. */
        CHANGE
    }

    /**
     * Where a code is to be sent.
     *
     * @param purpose what the code is for; LOGIN if absent
     */
    record PhoneCodeRequest(
            @Schema(example = "13800138000") @NotNull @Given(Limit.PHONE)
            String phone,

            @Schema(example = "LOGIN") @Nullable Purpose purpose) {}

    record PhoneLoginRequest(
            @Schema(example = "13800138000") @NotNull @Given(Limit.PHONE)
            String phone,

            @Schema(example = "123456") @NotNull @Pattern(regexp = "[0-9]{6}")
            String code) {}

    private final PhoneCodes codes;
    private final DriverLogin drivers;

    PhoneLogin(PhoneCodes codes, DriverLogin drivers) {
        this.codes = codes;
        this.drivers = drivers;
    }

    @PostMapping("/api/sessions/phone/codes")
    @Operation(
            operationId = "sendPhoneCode",
            summary = "Have a code sent to a phone",
            description =
                    "One a minute, five an hour, ten a day, and of these three an hour and six a day to whom one network"
                            + " asks for. The answer is the same whether anybody has the number.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void send(@Valid @RequestBody PhoneCodeRequest request) {
        codes.send(PhoneCodes.read(request.phone()), purpose(request.purpose()));
    }

    @PostMapping("/api/sessions/phone")
    @Operation(
            operationId = "logInByPhone",
            summary = "Log in as a driver by a phone number",
            description =
                    "Five wrong codes from one network, or twenty from all, and a new one is needed. A number that nobody has shown before becomes a new"
                            + " driver, or the one whom somebody registered under it.")
    ResponseEntity<Granted> logIn(@Valid @RequestBody PhoneLoginRequest request) {
        String phone = PhoneCodes.read(request.phone());
        codes.use(phone, PhoneCodes.LOGIN, request.code());
        Granted granted = drivers.of(IdentifierKind.PHONE, phone, LoginWay.PHONE);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(granted);
    }

    private static String purpose(@Nullable Purpose wanted) {
        if (wanted != Purpose.CHANGE) {
            return PhoneCodes.LOGIN;
        }
        // without a token, or with an expired one, everybody may ask for a code, but for no change
        Caller caller = Callers.required();
        if (caller.role() != Role.DRIVER) {
            throw new ProblemException(Problem.FORBIDDEN, null, "a driver changes the own number");
        }
        return PhoneCodes.changeOf(Objects.requireNonNull(caller.driverId()));
    }
}
