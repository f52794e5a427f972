package io.jiayou.identity.phonelogin;

import io.jiayou.command.Fields;
import io.jiayou.command.Origin;
import io.jiayou.driver.IdentifierKey;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Records;
import io.jiayou.identity.credentials.Secrets;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import io.jiayou.values.Phone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Codes that are sent to phones, each for one purpose and one time. */
@Component
public class PhoneCodes {

    static final String LOGIN = "login";

    private static final int DIGITS = 6;
    private static final Duration SWEEP = Duration.ofHours(1);

    /** By the ids of claims: the numbers themselves aren't kept. */
    private final Records<NumberCodes> numbers;

    private final CodeBudgets budgets;
    private final IdentifierKey key;
    private final ObjectProvider<CodeSender> sender;
    private final Clock clock;
    private final List<String> countries;
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

    PhoneCodes(
            Vault vault,
            CodeBudgets budgets,
            IdentifierKey key,
            ObjectProvider<CodeSender> sender,
            Clock clock,
            @Value("${jiayou.identity.phone-countries:+86}") List<String> countries) {
        this.numbers = vault.records("phone-codes", NumberCodes.class);
        this.budgets = budgets;
        this.key = key;
        this.sender = sender;
        this.clock = clock;
        this.countries = List.copyOf(countries);
    }

    /** The purpose of becoming the number of a driver. */
    public static String changeOf(String driverId) {
        return "change:" + driverId;
    }

    /** A number as a request names it, in E.164. */
    public static String read(String given) {
        return Fields.read("phone", given, Phone::new).number();
    }

    /**
     * Sends a code; what is answered doesn't depend on whether anybody has the number.
     *
     * @param phone E.164
     * @throws ProblemException INVALID_FIELD for a country that gets none, TOO_MANY_ATTEMPTS, UNAVAILABLE
     */
    void send(String phone, String purpose) {
        if (countries.stream().noneMatch(phone::startsWith)) {
            throw new ProblemException(Problem.INVALID_FIELD, "phone", "numbers of this country get no codes");
        }
        CodeSender known = sender.getIfAvailable(() -> {
            throw new ProblemException(Problem.UNAVAILABLE, null, "nothing here can send codes");
        });
        Instant now = clock.instant();
        sweep(now);
        String asking = networkAt(phone);
        requireFree(numbers.find(id(phone)).flatMap(it -> it.lockedUntil(asking, now)), now);
        budgets.takeForSending(network());
        String code = Secrets.random(DIGITS, "0123456789");
        requireFree(
                numbers.decide(id(phone), stored -> {
                    NumberCodes before = stored.orElse(NumberCodes.NONE);
                    Optional<Instant> until = before.lockedUntil(asking, now);
                    return until.isPresent()
                            ? Decided.keep(until)
                            : Decided.become(before.sent(purpose, code, asking, now), until);
                }),
                now);
        if (purpose.equals(LOGIN)) {
            known.send(phone, code);
        } else {
            known.sendForChange(phone, code);
        }
    }

    /**
     * Uses a code up.
     *
     * @param phone E.164
     * @throws ProblemException unless it's the one that was sent to the number for this purpose, and not used yet:
     *     LOGIN_REFUSED for a login, and INVALID_FIELD for a change, whose driver is logged in and would take the other
     *     for the end of the session; TOO_MANY_ATTEMPTS
     */
    public void use(String phone, String purpose, String code) {
        Instant now = clock.instant();
        budgets.takeForTrying(network());
        String trying = networkAt(phone);
        boolean good = numbers.decide(id(phone), stored -> {
            NumberCodes before = stored.orElse(NumberCodes.NONE);
            // who guesses at numbers fills no store
            return before.of(purpose, trying, now)
                    .map(sent -> sent.isGood(code, now)
                            ? Decided.become(before.without(sent), true)
                            : Decided.become(before.missed(sent, trying), false))
                    .orElseGet(() -> Decided.keep(false));
        });
        if (!good) {
            boolean login = purpose.equals(LOGIN);
            throw new ProblemException(
                    login ? Problem.LOGIN_REFUSED : Problem.INVALID_FIELD,
                    login ? null : "code",
                    "the code isn't good, or not any more");
        }
        budgets.giveBack(network());
    }

    /** What was kept for more than a day goes, at most every hour; without new codes nothing is added either. */
    private void sweep(Instant now) {
        Instant last = swept.get();
        if ((now.isBefore(last) || now.isAfter(last.plus(SWEEP))) && swept.compareAndSet(last, now)) {
            numbers.ids("")
                    .forEach(id -> numbers.decide(id, stored -> stored.filter(it -> it.isOver(now))
                            .map(it -> Decided.<NumberCodes, Boolean>become(null, true))
                            .orElseGet(() -> Decided.keep(false))));
            budgets.forgetOld(now);
        }
    }

    private static void requireFree(Optional<Instant> lockedUntil, Instant now) {
        lockedUntil.ifPresent(until -> {
            Duration left = Duration.between(now, until);
            throw ProblemException.of(
                    Problem.TOO_MANY_ATTEMPTS, null, Detail.of("a code was sent to this number before"), left);
        });
    }

    /** The network of the request as a number's record keeps it: nobody reads there from where somebody logs in. */
    private String networkAt(String phone) {
        return key.derivedId("network", id(phone) + "/" + network());
    }

    private static String network() {
        return Objects.requireNonNullElse(Origin.current().network(), "unknown");
    }

    private String id(String phone) {
        return key.claimId(IdentifierKind.PHONE, phone);
    }
}
