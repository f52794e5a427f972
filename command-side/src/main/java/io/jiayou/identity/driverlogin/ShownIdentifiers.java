package io.jiayou.identity.driverlogin;

import io.jiayou.access.Role;
import io.jiayou.command.Commands;
import io.jiayou.command.Lookup;
import io.jiayou.driver.Identifier;
import io.jiayou.driver.IdentifierKey;
import io.jiayou.driver.Proofs;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.driver.settlecontact.SettleContact;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.ids.Ids;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose an identifier is that somebody has just shown. */
@Component
public class ShownIdentifiers {

    private static final String NEW_DRIVERS_NAME = "车主";
    private static final String SYSTEM = "system";
    /** Somebody else may register, settle or change at the same moment. */
    private static final int ATTEMPTS = 8;

    private final Lookup<Identifier, IdentifierEvent> identifiers;
    private final Proofs proofs;
    private final IdentifierKey key;
    private final Commands commands;
    private final Clock clock;

    ShownIdentifiers(
            Lookup<Identifier, IdentifierEvent> identifiers,
            Proofs proofs,
            IdentifierKey key,
            Commands commands,
            Clock clock) {
        this.identifiers = identifiers;
        this.proofs = proofs;
        this.key = key;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * The driver whom who showed an identifier is from now on.
     *
     * @throws ProblemException CONFLICT if others changed it again and again
     */
    String driver(IdentifierKind kind, String identifier) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Identifier> claim = claim(kind, identifier);
            String holder = claim.map(Identifier::holder).orElse(null);
            if (holder == null || proofs.isNobody(holder)) {
                register(kind, identifier);
            } else if (claim.filter(proofs::isProved).isPresent()) {
                return holder;
            } else {
                settle(kind, identifier, holder, true);
            }
        }
        throw new ProblemException(Problem.CONFLICT, null, "others changed it at the same moment");
    }

    /**
     * Takes an identifier that was shown from another driver, who has it as a contact only. What a driver holds whose
     * registration is annulled is free already, and nothing can be decided on that driver.
     */
    public void free(IdentifierKind kind, String identifier, String driverId) {
        claim(kind, identifier)
                .filter(claim -> !proofs.isProved(claim))
                .map(Identifier::holder)
                .filter(holder -> !holder.equals(driverId) && !proofs.isNobody(holder))
                .ifPresent(holder -> settle(kind, identifier, holder, false));
    }

    /** Whether a driver has shown an identifier, and has it. */
    public boolean isOf(IdentifierKind kind, String identifier, String driverId) {
        return claim(kind, identifier)
                .filter(it -> driverId.equals(it.holder()))
                .filter(proofs::isProved)
                .isPresent();
    }

    private Optional<Identifier> claim(IdentifierKind kind, String identifier) {
        return identifiers.find(key.claimId(kind, identifier));
    }

    /** The system does it: who showed the identifier isn't the driver, or isn't yet. */
    private void settle(IdentifierKind kind, String identifier, String holder, boolean wanted) {
        SettleContact command = new SettleContact(holder, kind, identifier, wanted, clock.instant());
        IdentityJournal.inTheNameOf(SYSTEM, SYSTEM, null, () -> commands.send(holder, command));
    }

    /** Of two first logins at once one registers, and the other finds the driver. */
    private void register(IdentifierKind kind, String identifier) {
        String driverId = Ids.timeOrdered();
        boolean phone = kind == IdentifierKind.PHONE;
        RegisterDriver command = new RegisterDriver(
                driverId,
                NEW_DRIVERS_NAME,
                phone ? identifier : null,
                phone ? null : identifier,
                null,
                true,
                clock.instant());
        try {
            IdentityJournal.inTheNameOf(driverId, Role.DRIVER.code(), null, () -> commands.send(driverId, command));
        } catch (RuleViolation violation) {
            if (violation.rule() != Rule.DRIVER_ALREADY_REGISTERED) {
                throw violation;
            }
        }
    }
}
