package io.jiayou.identity.stafflogin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.http.access.Callers;
import io.jiayou.identity.accounts.OwnAccount;
import io.jiayou.identity.accounts.PasswordLogin;
import io.jiayou.identity.sessions.Granted;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/sessions/staff}, and what belongs to one's own login: password and second factor. */
@RestController
@Tag(name = "Sessions")
class StaffLogin {

    /** Longer texts than any password aren't hashed. */
    private static final int LONGEST = 256;

    record StaffLoginRequest(
            @Schema(example = "zhang.san") @NotNull @Size(max = 64)
            String name,

            @NotNull @Size(max = LONGEST) String password,

            @Schema(description = "of the authenticator app, or a recovery code") @Nullable @Size(max = 64)
            String code) {}

    record PasswordRequest(
            @NotNull @Size(max = LONGEST) String password,

            @Schema(description = "12 characters or more, and another one than before") @NotNull @Size(max = LONGEST)
            String newPassword) {}

    record OfferRequest(
            @Schema(description = "needed where a second factor is enrolled") @Nullable @Size(max = LONGEST)
            String password,

            @Schema(description = "of the present second factor, or a recovery code") @Nullable @Size(max = 64)
            String code) {

        static final OfferRequest NOTHING = new OfferRequest(null, null);
    }

    record SecondFactorRequest(
            @Schema(example = "123456") @NotNull @Size(max = 16)
            String code) {}

    /**
     * Recovery codes, shown one time.
     *
     * @param recoveryCodes each stands in for a code of the authenticator app, one time
     * @param next what a newcomer has to do now: log-in, since the role comes with the next login; none for others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecoveryCodes(
            List<String> recoveryCodes,

            @Schema(description = "for a newcomer: log-in", example = "log-in") @Nullable
            String next) {}

    private final PasswordLogin login;
    private final OwnAccount account;

    StaffLogin(PasswordLogin login, OwnAccount account) {
        this.login = login;
        this.account = account;
    }

    @PostMapping("/api/sessions/staff")
    @Operation(
            operationId = "logInAsStaff",
            summary = "Log in as staff",
            description = "After five failures from one network the account is locked for it, each time for longer.")
    ResponseEntity<Granted> logIn(@Valid @RequestBody StaffLoginRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(login.of(request.name(), request.password(), request.code()));
    }

    @PutMapping("/api/password")
    @Operation(
            operationId = "changePassword",
            summary = "Choose another password",
            description = "Ends all of one's sessions.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody PasswordRequest request) {
        account.changePassword(Callers.required().actor(), request.password(), request.newPassword());
    }

    @PostMapping("/api/second-factor")
    @Operation(
            operationId = "offerSecondFactor",
            summary = "Ask for a secret for an authenticator app",
            description =
                    "It counts after its first code. To replace a second factor, the password and a code of it are"
                            + " needed.")
    ResponseEntity<OwnAccount.Offer> offerFactor(@Valid @RequestBody(required = false) @Nullable OfferRequest request) {
        OfferRequest shown = request == null ? OfferRequest.NOTHING : request;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(account.offerFactor(Callers.required().actor(), shown.password(), shown.code()));
    }

    @PostMapping("/api/second-factor/confirmation")
    @Operation(
            operationId = "enrolSecondFactor",
            summary = "Show the first code of a second factor",
            description =
                    "Answers recovery codes, one time, and ends all other sessions. A newcomer logs in again after it: the"
                            + " role comes with the next login, not with a refresh.")
    ResponseEntity<RecoveryCodes> enrolFactor(@Valid @RequestBody SecondFactorRequest request) {
        Caller owner = Callers.required();
        List<String> codes = account.enrolFactor(owner, request.code());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RecoveryCodes(codes, owner.role() == Role.NEWCOMER ? Granted.LOG_IN : null));
    }
}
