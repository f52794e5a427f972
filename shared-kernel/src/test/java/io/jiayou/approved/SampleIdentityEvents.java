package io.jiayou.approved;

import static io.jiayou.approved.SampleEvents.complete;
import static io.jiayou.approved.SampleEvents.minimal;

import io.jiayou.approved.SampleEvents.Sample;
import io.jiayou.identity.events.AccountClosed;
import io.jiayou.identity.events.AccountCreated;
import io.jiayou.identity.events.AccountLocked;
import io.jiayou.identity.events.AccountOpened;
import io.jiayou.identity.events.AccountReset;
import io.jiayou.identity.events.LoggedIn;
import io.jiayou.identity.events.LoginRefused;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.MachineKeyIssued;
import io.jiayou.identity.events.MachineKeyRevoked;
import io.jiayou.identity.events.PasswordChanged;
import io.jiayou.identity.events.PhoneCodesUsedUp;
import io.jiayou.identity.events.RecoveryCodeUsed;
import io.jiayou.identity.events.RefreshTokenReused;
import io.jiayou.identity.events.RefusalReason;
import io.jiayou.identity.events.RoleGranted;
import io.jiayou.identity.events.SecondFactorChanged;
import io.jiayou.identity.events.SecondFactorEnrolled;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.events.SessionEnded;
import java.time.Instant;
import java.util.List;

/** Invented events of accounts, keys and sessions. */
final class SampleIdentityEvents {

    private static final String ACCOUNT = "0198c5a0-0000-7000-8000-000000000006";
    private static final String KEY = "0198c5a0-0000-7000-8000-000000000007";
    private static final String SESSION = "0198c5a0-0000-7000-8000-000000000008";
    private static final String STATION = "0198c5a0-0000-7000-8000-000000000002";
    private static final Instant AT = Instant.parse("2026-03-01T08:30:00.250Z");
    private static final Instant LATER = Instant.parse("2026-03-01T08:31:00.250Z");

    private SampleIdentityEvents() {}

    static List<Sample> all() {
        return List.of(
                complete(new AccountCreated(ACCOUNT, "zhang.san", "manager", STATION, AT)),
                minimal(new AccountCreated(ACCOUNT, "zhang.san", "auditor", null, AT)),
                complete(new RoleGranted(ACCOUNT, "attendant", STATION, AT)),
                minimal(new RoleGranted(ACCOUNT, "head-office", null, AT)),
                complete(new AccountClosed(ACCOUNT, AT)),
                complete(new AccountOpened(ACCOUNT, AT)),
                complete(new AccountReset(ACCOUNT, AT)),
                complete(new AccountLocked(ACCOUNT, 5, LATER, AT)),
                complete(new PasswordChanged(ACCOUNT, AT)),
                complete(new SecondFactorEnrolled(ACCOUNT, AT)),
                complete(new SecondFactorChanged(ACCOUNT, AT)),
                complete(new RecoveryCodeUsed(ACCOUNT, 9, AT)),
                complete(new LoginRefused(ACCOUNT, RefusalReason.PASSWORD, AT)),
                complete(new MachineKeyIssued(KEY, "pump controller", List.of("pump", "reading"), STATION, LATER, AT)),
                minimal(new MachineKeyIssued(KEY, "payments", List.of("payments"), null, LATER, AT)),
                complete(new MachineKeyRevoked(KEY, AT)),
                complete(new PhoneCodesUsedUp(PhoneCodesUsedUp.OF_ALL, 1_000, AT)),
                complete(new LoggedIn(SESSION, ACCOUNT, "manager", LoginWay.PASSWORD, AT)),
                complete(new SessionEnded(SESSION, ACCOUNT, SessionEnd.LOGGED_OUT, AT)),
                complete(new RefreshTokenReused(SESSION, ACCOUNT, AT)));
    }
}
