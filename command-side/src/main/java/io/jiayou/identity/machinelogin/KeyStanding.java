package io.jiayou.identity.machinelogin;

import io.jiayou.identity.credentials.Records;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.sessions.Standing;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A program gets tokens for as long as its key is good. */
@Component
class KeyStanding implements Standing {

    private final Records<MachineKey> keys;
    private final Clock clock;

    KeyStanding(Vault vault, Clock clock) {
        this.keys = vault.records(MachineKeys.KIND, MachineKey.class);
        this.clock = clock;
    }

    @Override
    public Set<LoginWay> ways() {
        return Set.of(LoginWay.KEY);
    }

    @Override
    public boolean holds(String actor, long epoch) {
        return keys.find(actor).filter(key -> key.isGood(clock.instant())).isPresent();
    }
}
