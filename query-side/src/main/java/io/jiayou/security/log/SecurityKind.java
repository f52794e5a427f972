package io.jiayou.security.log;

import io.jiayou.identity.events.AccountClosed;
import io.jiayou.identity.events.AccountCreated;
import io.jiayou.identity.events.AccountLocked;
import io.jiayou.identity.events.AccountOpened;
import io.jiayou.identity.events.AccountReset;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.identity.events.LoggedIn;
import io.jiayou.identity.events.LoginRefused;
import io.jiayou.identity.events.MachineKeyIssued;
import io.jiayou.identity.events.MachineKeyRevoked;
import io.jiayou.identity.events.PasswordChanged;
import io.jiayou.identity.events.PhoneCodesUsedUp;
import io.jiayou.identity.events.RecoveryCodeUsed;
import io.jiayou.identity.events.RefreshTokenReused;
import io.jiayou.identity.events.RoleGranted;
import io.jiayou.identity.events.SecondFactorChanged;
import io.jiayou.identity.events.SecondFactorEnrolled;
import io.jiayou.identity.events.SessionEnded;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.AddressesUnlisted;
import io.jiayou.security.events.DataExported;
import io.jiayou.security.events.RefusalsCounted;
import io.jiayou.security.events.SecurityEvent;
import io.jiayou.security.events.TaskFellSilent;

/** What a security event is about. */
public enum SecurityKind {
    /** Somebody logged in. */
    LOGIN,
    /** A failed login to an account that exists; those to others are among the refusals. */
    LOGIN_REFUSED,
    /** A session ended before its time, or an account was locked. */
    SESSION,
    /** A refresh token came a second time. */
    TOKEN_REUSED,
    /** Accounts, roles, passwords, second factors, programs' keys. */
    PRIVILEGES,
    /** Requests turned away, counted. */
    REFUSALS,
    /** Somebody took many events away. */
    EXPORT,
    /** A driver was erased. */
    ERASURE,
    /** Which addresses get in became another. */
    ADDRESS_LIST,
    /** A periodic task was silent. */
    TASK;

    static SecurityKind of(IdentityEvent event) {
        return switch (event) {
            case LoggedIn it -> LOGIN;
            case LoginRefused it -> LOGIN_REFUSED;
            case SessionEnded it -> SESSION;
            case AccountLocked it -> SESSION;
            case RefreshTokenReused it -> TOKEN_REUSED;
            case AccountCreated it -> PRIVILEGES;
            case RoleGranted it -> PRIVILEGES;
            case AccountClosed it -> PRIVILEGES;
            case AccountOpened it -> PRIVILEGES;
            case AccountReset it -> PRIVILEGES;
            case PasswordChanged it -> PRIVILEGES;
            case SecondFactorEnrolled it -> PRIVILEGES;
            case SecondFactorChanged it -> PRIVILEGES;
            case RecoveryCodeUsed it -> PRIVILEGES;
            case MachineKeyIssued it -> PRIVILEGES;
            case MachineKeyRevoked it -> PRIVILEGES;
            case PhoneCodesUsedUp it -> REFUSALS;
        };
    }

    static SecurityKind of(SecurityEvent event) {
        return switch (event) {
            case AddressesListed it -> ADDRESS_LIST;
            case AddressesUnlisted it -> ADDRESS_LIST;
            case RefusalsCounted it -> REFUSALS;
            case DataExported it -> EXPORT;
            case TaskFellSilent it -> TASK;
        };
    }
}
