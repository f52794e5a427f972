package io.jiayou.http.lasting;

import io.jiayou.driver.events.DriverErased;
import io.jiayou.http.access.EndedSessions;
import io.jiayou.identity.events.AccountClosed;
import io.jiayou.identity.events.AccountOpened;
import io.jiayou.identity.events.MachineKeyRevoked;
import io.jiayou.identity.events.SessionEnded;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.AddressesUnlisted;
import java.util.Set;

/** Which events take a right away, or give it back. */
final class Ends {

    private static final Set<Class<?>> OF_INTEREST = Set.of(
            SessionEnded.class,
            AccountClosed.class,
            AccountOpened.class,
            MachineKeyRevoked.class,
            DriverErased.class,
            AddressesListed.class,
            AddressesUnlisted.class);

    private final EndedSessions ended;
    private final Runnable addressesChanged;

    /** @param addressesChanged is run when the list of addresses isn't what it was */
    Ends(EndedSessions ended, Runnable addressesChanged) {
        this.ended = ended;
        this.addressesChanged = addressesChanged;
    }

    /** Whether events of a type have to be read at all. */
    static boolean concerns(Class<?> type) {
        return OF_INTEREST.contains(type);
    }

    void follow(Object event) {
        switch (event) {
            case SessionEnded it -> ended.ended(it.sessionId());
            case AccountClosed it -> ended.ended(it.accountId());
            case AccountOpened it -> ended.back(it.accountId());
            case MachineKeyRevoked it -> ended.ended(it.keyId());
            case DriverErased it -> ended.ended(it.driverId());
            case AddressesListed ignored -> addressesChanged.run();
            case AddressesUnlisted ignored -> addressesChanged.run();
            default -> {}
        }
    }
}
