package io.jiayou.identity.machinelogin;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.access.Scope;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Records;
import io.jiayou.identity.credentials.Secrets;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.MachineKeyIssued;
import io.jiayou.identity.events.MachineKeyRevoked;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.ids.Ids;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys of programs: issued once, kept as hashes, good for their scopes until they expire. */
@Component
public class MachineKeys {

    /** Under which they are kept. */
    static final String KIND = "machine-keys";

    /** Tells our keys from other secrets, for those who look for leaked ones. */
    private static final String MARK = "jyk";

    private static final String BETWEEN = "~";
    private static final int PARTS = 3;

    private final Records<MachineKey> keys;
    private final Sessions sessions;
    private final IdentityJournal journal;
    private final Clock clock;

    public MachineKeys(Vault vault, Sessions sessions, IdentityJournal journal, Clock clock) {
        this.keys = vault.records(KIND, MachineKey.class);
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A new key, shown this one time.
     *
     * @param keyId by which it's listed and revoked
     * @param key what a program logs in with
     */
    record Issued(String keyId, String key, Instant expiresAt) {

        /** Secrets don't get into logs. */
        @Override
        public String toString() {
            return "key " + keyId;
        }
    }

    Issued issue(String name, Set<Scope> scopes, @Nullable String stationId, Duration life) {
        Instant now = clock.instant();
        Instant expires = now.plus(life);
        String id = Ids.timeOrdered();
        String secret = Secrets.random();
        MachineKey key = new MachineKey(id, name, Secrets.hash(secret), scopes, stationId, now, expires, false);
        keys.decide(id, before -> Decided.become(key, id));
        List<String> codes = scopes.stream().map(Scope::code).sorted().toList();
        journal.write(new MachineKeyIssued(id, name, codes, stationId, expires, now));
        return new Issued(id, String.join(BETWEEN, MARK, id, secret), expires);
    }

    List<MachineKey> all() {
        return keys.all("");
    }

    /** @throws io.jiayou.rules.RuleViolation MACHINE_KEY_UNKNOWN */
    void revoke(String id) {
        boolean revoked = keys.decide(
                id, stored -> stored.isPresent() ? Decided.become(stored.get().over(), true) : Decided.keep(false));
        Rule.MACHINE_KEY_UNKNOWN.require(revoked, "none has the id {0}", id);
        journal.write(new MachineKeyRevoked(id, clock.instant()));
    }

    /** @throws ProblemException LOGIN_REFUSED for a key that isn't good, or not any more */
    Granted logIn(String text) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != PARTS || !parts[0].equals(MARK)) {
            throw refused();
        }
        MachineKey key = keys.find(parts[1])
                .filter(it -> Secrets.matches(parts[2], it.hash()))
                .filter(it -> it.isGood(clock.instant()))
                .orElseThrow(MachineKeys::refused);
        Caller caller = new Caller(key.id(), Role.MACHINE, null, key.stationId(), key.scopes(), Ids.timeOrdered());
        return sessions.once(caller, LoginWay.KEY);
    }

    private static ProblemException refused() {
        return new ProblemException(Problem.LOGIN_REFUSED, null, "this key isn't good");
    }
}
