package io.jiayou.identity.driverlogin;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.ids.Ids;
import io.jiayou.rules.Problem;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Begins the session of the driver who proved to have an identifier. */
@Component
public class DriverLogin {

    private final ShownIdentifiers identifiers;
    private final Sessions sessions;

    public DriverLogin(ShownIdentifiers identifiers, Sessions sessions) {
        this.identifiers = identifiers;
        this.sessions = sessions;
    }

    /**
     * Logs in who has shown an identifier: as the driver who has shown it before, or whom somebody registered under it, else
     * as a new one.
     *
     * @param identifier an openid, or a phone number in E.164
     */
    public Granted of(IdentifierKind kind, String identifier, LoginWay way) {
        String driverId = identifiers.driver(kind, identifier);
        Caller caller = new Caller(driverId, Role.DRIVER, driverId, null, Set.of(), Ids.timeOrdered());
        Granted granted = sessions.start(caller, way, 0);
        if (!identifiers.isOf(kind, identifier, driverId)) {
            // changed meanwhile: who changed it has ended the sessions that there were
            sessions.end(driverId, caller.sessionId(), SessionEnd.ACCOUNT_CHANGED);
            throw new ProblemException(Problem.LOGIN_REFUSED, null, "this isn't the driver's any more");
        }
        return granted;
    }
}
