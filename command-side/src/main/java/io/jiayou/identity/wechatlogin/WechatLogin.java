package io.jiayou.identity.wechatlogin;

import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.driverlogin.DriverLogin;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.rules.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/sessions/wechat}. */
@RestController
@Tag(name = "Sessions")
class WechatLogin {

    /** WeChat doesn't say what a code is made of: any visible characters of ASCII. */
    private static final String CODE = "[!-~]{1,128}";

    record WechatLoginRequest(
            @Schema(description = "what wx.login gave the mini-program", example = "0a1b2c3d4e5f6g7h8i9j")
            @NotNull
            @Pattern(regexp = CODE)
            String code) {}

    private final OpenIds openIds;
    private final DriverLogin drivers;

    WechatLogin(ObjectProvider<WechatApp> app, DriverLogin drivers) {
        WechatApp known = app.getIfAvailable();
        this.openIds = known == null ? WechatLogin::unknown : new CodeToSession(known);
        this.drivers = drivers;
    }

    @PostMapping("/api/sessions/wechat")
    @Operation(
            operationId = "logInByWechat",
            summary = "Log in as a driver by WeChat",
            description = "An openid that nobody has becomes a new driver.")
    ResponseEntity<Granted> logIn(@Valid @RequestBody WechatLoginRequest request) {
        String openid = openIds.of(request.code());
        Granted granted = drivers.of(IdentifierKind.OPENID, openid, LoginWay.WECHAT);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(granted);
    }

    private static String unknown(String code) {
        throw new ProblemException(Problem.UNAVAILABLE, null, "no mini-program is configured");
    }
}
