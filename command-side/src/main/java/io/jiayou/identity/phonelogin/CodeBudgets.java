package io.jiayou.identity.phonelogin;

import io.jiayou.http.ProblemException;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Records;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.identity.events.PhoneCodesUsedUp;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What codes may cost, and how many may be guessed, per hour: each network's, and that of all. Each text message is paid for,
 * and whoever may guess at any number of numbers guesses one of them in the end.
 */
@Component
class CodeBudgets {

    private static final String ALL = "all";

    private final Records<Spent> budgets;
    private final IdentityJournal journal;
    private final Clock clock;
    private final int ofAll;
    private final int ofNetwork;

    CodeBudgets(
            Vault vault,
            IdentityJournal journal,
            Clock clock,
            @Value("${jiayou.identity.codes-per-hour:1000}") int ofAll,
            @Value("${jiayou.identity.codes-per-network:60}") int ofNetwork) {
        this.budgets = vault.records("phone-code-budgets", Spent.class);
        this.journal = journal;
        this.clock = clock;
        this.ofAll = ofAll;
        this.ofNetwork = ofNetwork;
    }

    /**
     * Takes what one more code costs. The first that nothing is left for becomes an event, which raises an alarm.
     *
     * @throws ProblemException TOO_MANY_ATTEMPTS if nothing is left
     */
    void takeForSending(String network) {
        Instant now = clock.instant();
        Spent ofThis = spend("sends/" + network, now);
        if (ofThis.count() > ofNetwork) {
            throw usedUp(Detail.of("too many codes were sent to this network's"), ofThis.left(now));
        }
        Spent spent = spend(ALL, now);
        if (spent.count() == ofAll + 1) {
            journal.write(new PhoneCodesUsedUp(PhoneCodesUsedUp.OF_ALL, ofAll, now));
        }
        if (spent.count() > ofAll) {
            throw usedUp(Detail.of("too many codes were sent; they go on within an hour"), spent.left(now));
        }
    }

    /**
     * Counts a code as wrong until it turns out to be good.
     *
     * @throws ProblemException TOO_MANY_ATTEMPTS if the network has guessed enough
     */
    void takeForTrying(String network) {
        Instant now = clock.instant();
        Spent spent = spend("tries/" + network, now);
        if (spent.count() > ofNetwork) {
            throw usedUp(Detail.of("too many wrong codes came from this network"), spent.left(now));
        }
    }

    /** The code was good. */
    void giveBack(String network) {
        Instant now = clock.instant();
        budgets.decide("tries/" + network, stored -> {
            Spent less = stored.orElse(Spent.NOTHING).at(now).and(-1);
            return Decided.become(less, less.count());
        });
    }

    void forgetOld(Instant now) {
        budgets.ids("")
                .forEach(id -> budgets.decide(id, stored -> stored.filter(it -> it.isOver(now))
                        .map(it -> Decided.<Spent, Boolean>become(null, true))
                        .orElseGet(() -> Decided.keep(false))));
    }

    /** What is spent now; beyond a limit nothing more is counted than that it was passed. */
    private Spent spend(String id, Instant now) {
        int limit = id.equals(ALL) ? ofAll : ofNetwork;
        return budgets.decide(id, stored -> {
            Spent before = stored.orElse(Spent.NOTHING).at(now);
            Spent after = before.and(1);
            return before.count() > limit ? Decided.keep(after) : Decided.become(after, after);
        });
    }

    private static ProblemException usedUp(Detail detail, Duration left) {
        return ProblemException.of(Problem.TOO_MANY_ATTEMPTS, null, detail, left);
    }
}
