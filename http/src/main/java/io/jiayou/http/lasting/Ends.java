package io.jiayou.http.lasting;

import io.jiayou.driver.events.DriverErased;
import io.jiayou.http.access.EndedSessions;
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

/** Which events take a right away, or give it back. */
final class Ends {

    private final EndedSessions ended;
    private final Runnable addressesChanged;

    /** @param addressesChanged is run when the list of addresses isn't what it was */
    Ends(EndedSessions ended, Runnable addressesChanged) {
        this.ended = ended;
        this.addressesChanged = addressesChanged;
    }

    /** Whether events of a type have to be read at all. */
    static boolean concerns(Class<?> type) {
        return type == DriverErased.class
                || IdentityEvent.class.isAssignableFrom(type)
                || SecurityEvent.class.isAssignableFrom(type);
    }

    void follow(Object event) {
        switch (event) {
            case IdentityEvent it -> follow(it);
            case SecurityEvent it -> follow(it);
            case DriverErased it -> ended.ended(it.driverId());
            default -> {}
        }
    }

    /** What changes an account otherwise ends its sessions one by one. */
    private void follow(IdentityEvent event) {
        switch (event) {
            case SessionEnded it -> ended.ended(it.sessionId());
            case AccountClosed it -> ended.ended(it.accountId());
            case AccountOpened it -> ended.back(it.accountId());
            case MachineKeyRevoked it -> ended.ended(it.keyId());
            case AccountCreated ignored -> {}
            case AccountLocked ignored -> {}
            case AccountReset ignored -> {}
            case LoggedIn ignored -> {}
            case LoginRefused ignored -> {}
            case MachineKeyIssued ignored -> {}
            case PasswordChanged ignored -> {}
            case PhoneCodesUsedUp ignored -> {}
            case RecoveryCodeUsed ignored -> {}
            case RefreshTokenReused ignored -> {}
            case RoleGranted ignored -> {}
            case SecondFactorChanged ignored -> {}
            case SecondFactorEnrolled ignored -> {}
        }
    }

    private void follow(SecurityEvent event) {
        switch (event) {
            case AddressesListed ignored -> addressesChanged.run();
            case AddressesUnlisted ignored -> addressesChanged.run();
            case RefusalsCounted ignored -> {}
            case DataExported ignored -> {}
            case TaskFellSilent ignored -> {}
        }
    }
}
