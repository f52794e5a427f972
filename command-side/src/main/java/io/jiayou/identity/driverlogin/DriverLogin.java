package io.jiayou.identity.driverlogin;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.command.Commands;
import io.jiayou.command.Lookup;
import io.jiayou.driver.Identifier;
import io.jiayou.driver.IdentifierKey;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.ids.Ids;
import io.jiayou.rules.RuleViolation;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Begins the session of the driver who proved to have an identifier. */
@Component
public class DriverLogin {

    private static final String NEW_DRIVERS_NAME = "车主";

    private final Lookup<Identifier, IdentifierEvent> identifiers;
    private final IdentifierKey key;
    private final Commands commands;
    private final Sessions sessions;
    private final Clock clock;

    public DriverLogin(EventStore events, IdentifierKey key, Commands commands, Sessions sessions, Clock clock) {
        this.identifiers = new Lookup<>(events, IdentifierEvent.class, Identifier.NONE, Identifier::evolve);
        this.key = key;
        this.commands = commands;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Logs in who has an identifier; if nobody has it, a new driver does.
     *
     * @param identifier an openid, or a phone number in E.164
     */
    public Granted of(IdentifierKind kind, String identifier, LoginWay way) {
        String driverId = holder(kind, identifier).orElseGet(() -> registered(kind, identifier));
        return sessions.start(new Caller(driverId, Role.DRIVER, driverId, null, Set.of(), Ids.timeOrdered()), way, 0);
    }

    private Optional<String> holder(IdentifierKind kind, String identifier) {
        return identifiers.find(key.claimId(kind, identifier)).flatMap(it -> Optional.ofNullable(it.holder()));
    }

    /** Of two first logins at once one registers, and the other finds the driver. */
    private String registered(IdentifierKind kind, String identifier) {
        String driverId = Ids.timeOrdered();
        boolean phone = kind == IdentifierKind.PHONE;
        RegisterDriver command = new RegisterDriver(
                driverId,
                NEW_DRIVERS_NAME,
                phone ? identifier : null,
                phone ? null : identifier,
                null,
                clock.instant());
        try {
            IdentityJournal.inTheNameOf(driverId, Role.DRIVER.code(), null, () -> commands.send(driverId, command));
            return driverId;
        } catch (RuleViolation taken) {
            return holder(kind, identifier).orElseThrow(() -> taken);
        }
    }
}
