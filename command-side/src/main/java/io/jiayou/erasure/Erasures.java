package io.jiayou.erasure;

import io.jiayou.command.AggregateStopped;
import io.jiayou.command.Commands;
import io.jiayou.command.Receipt;
import io.jiayou.driver.erasedriver.EraseDriver;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.privacy.Erasure;
import io.jiayou.privacy.PersonKeys;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Carries an erasure through: what nobody may undo is kept first, then the event is recorded, then the key is destroyed and
 * the driver's sessions end. What a crash left in between is carried through at the next start, and so is what a restore
 * brought back.
 */
@Component
public class Erasures implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final Commands commands;
    private final Sessions sessions;
    private final ObjectProvider<PersonKeys> keys;
    private final Clock clock;

    public Erasures(Commands commands, Sessions sessions, ObjectProvider<PersonKeys> keys, Clock clock) {
        this.commands = commands;
        this.sessions = sessions;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Erases a driver; a second time answers the same.
     *
     * @throws RuleViolation DRIVER_UNKNOWN
     * @throws ProblemException UNAVAILABLE where nothing is sealed, and so nothing could be erased
     */
    Receipt erase(String driverId) {
        PersonKeys known = keys.getIfAvailable();
        if (known == null) {
            throw new ProblemException(Problem.UNAVAILABLE, null, "nothing here keeps keys of persons");
        }
        Receipt receipt = commands.send(driverId, new EraseDriver(driverId, clock.instant()));
        finish(known, driverId);
        return receipt;
    }

    private void finish(PersonKeys known, String driverId) {
        known.finish(driverId);
        sessions.endAll(driverId, SessionEnd.ERASED);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        PersonKeys known = keys.getIfAvailable();
        if (known != null) {
            known.erasures().stream().filter(it -> !it.finished()).forEach(it -> carryThrough(known, it));
        }
    }

    private void carryThrough(PersonKeys known, Erasure erasure) {
        try {
            commands.send(erasure.person(), new EraseDriver(erasure.person(), clock.instant()));
        } catch (AggregateStopped stopped) {
            LOG.error("An erasure waits for the annulment of the event at position {}", stopped.position());
            return;
        } catch (RuleViolation violation) {
            if (violation.rule() != Rule.DRIVER_UNKNOWN) {
                throw violation;
            }
            // restored to a moment before the driver came
        }
        finish(known, erasure.person());
        LOG.info("An erasure that wasn't finished was carried through");
    }
}
