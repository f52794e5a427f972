package io.jiayou.identity.events;

import java.time.Instant;

/** What happened to an account, a machine's key or a session; each has a stream of its own. Never with a secret. */
public sealed interface IdentityEvent
        permits AccountCreated,
                RoleGranted,
                AccountClosed,
                AccountOpened,
                AccountReset,
                AccountLocked,
                PasswordChanged,
                SecondFactorEnrolled,
                SecondFactorChanged,
                RecoveryCodeUsed,
                LoginRefused,
                MachineKeyIssued,
                MachineKeyRevoked,
                PhoneCodesUsedUp,
                LoggedIn,
                SessionEnded,
                RefreshTokenReused {

    /** The id of the account, the key or the session. */
    String subject();

    /** When it happened; when it was recorded is the event's own timestamp. */
    Instant at();
}
