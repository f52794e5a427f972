package io.jiayou.identity.phonelogin;

import static io.jiayou.driver.SomeDriver.KEY;
import static io.jiayou.driver.SomeDriver.OTHER_PHONE;
import static io.jiayou.driver.SomeDriver.PHONE;
import static io.jiayou.identity.IdentityAlone.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.command.Authority;
import io.jiayou.command.Origin;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.IdentityAlone;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.identity.events.PhoneCodesUsedUp;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.rules.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class PhoneCodesTest {

    private static final int OF_ALL = 8;
    private static final int OF_NETWORK = 6;
    private static final String CHANGE = PhoneCodes.changeOf("driver-1");

    private final IdentityAlone identity = new IdentityAlone();
    private final Sent sent = new Sent();
    private final PhoneCodes codes = codes(sent, OF_ALL, OF_NETWORK);

    /** What came to phones. */
    private static final class Sent implements CodeSender {

        private final List<String> logins = new ArrayList<>();
        private final List<String> changes = new ArrayList<>();

        @Override
        public void send(String phone, String code) {
            logins.add(code);
        }

        @Override
        public void sendForChange(String phone, String code) {
            changes.add(code);
        }

        @Override
        public void tellOfChange(String phone) {
            throw new IllegalStateException("nobody changed a number");
        }
    }

    private PhoneCodes codes(@Nullable CodeSender sender, int ofAll, int ofNetwork) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        if (sender != null) {
            beans.registerSingleton("sender", sender);
        }
        return new PhoneCodes(
                identity.vault(),
                new CodeBudgets(identity.vault(), identity.journal(), identity.clock(), ofAll, ofNetwork),
                KEY,
                beans.getBeanProvider(CodeSender.class),
                identity.clock(),
                List.of("+86", "+852"));
    }

    @Test
    void haveSixDigitsAndAreGoodOnce() {
        codes.send(PHONE, PhoneCodes.LOGIN);

        assertThat(sent.logins).singleElement().asString().matches("[0-9]{6}");
        assertThat(sent.changes).isEmpty();
        assertGood(PHONE, PhoneCodes.LOGIN, sent.logins.getFirst());
        assertRefused(Problem.LOGIN_REFUSED, () -> codes.use(PHONE, PhoneCodes.LOGIN, sent.logins.getFirst()));
    }

    @Test
    void forAChangeSaySoAndAreGoodForThatAlone() {
        codes.send(PHONE, CHANGE);

        assertThat(sent.logins).isEmpty();
        String code = sent.changes.getFirst();
        assertRefused(Problem.LOGIN_REFUSED, () -> codes.use(PHONE, PhoneCodes.LOGIN, code));
        assertRefused(Problem.INVALID_FIELD, () -> codes.use(OTHER_PHONE, CHANGE, code));
        assertGood(PHONE, CHANGE, code);
    }

    @Test
    void areGoodNoMoreAfterFiveWrongOnes() {
        codes.send(PHONE, PhoneCodes.LOGIN);
        String code = sent.logins.getFirst();
        for (int n = 0; n < 5; n++) {
            assertRefused(Problem.LOGIN_REFUSED, () -> codes.use(PHONE, PhoneCodes.LOGIN, other(code)));
        }

        assertRefused(Problem.LOGIN_REFUSED, () -> codes.use(PHONE, PhoneCodes.LOGIN, code));
    }

    /** A login is refused as a whole: whether the number or the code is at fault is nobody's business. */
    @Test
    void forALoginThatAreWrongAreNoFieldsFault() {
        codes.send(PHONE, PhoneCodes.LOGIN);

        assertThatThrownBy(() -> codes.use(PHONE, PhoneCodes.LOGIN, other(sent.logins.getFirst())))
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.field()).isNull());
    }

    /** Who is logged in doesn't take a wrong code for the end of the session. */
    @Test
    void forAChangeThatAreWrongAreAFieldsFault() {
        codes.send(PHONE, CHANGE);

        assertThatThrownBy(() -> codes.use(PHONE, CHANGE, other(sent.changes.getFirst())))
                .isInstanceOfSatisfying(ProblemException.class, it -> {
                    assertThat(it.problem()).isEqualTo(Problem.INVALID_FIELD);
                    assertThat(it.field()).isEqualTo("code");
                });
    }

    @Test
    void areBurnedByNobodyElsewhere() throws Exception {
        codes.send(PHONE, PhoneCodes.LOGIN);
        String code = sent.logins.getFirst();
        from("203.0.113.0/24", () -> {
            for (int n = 0; n < 5; n++) {
                assertRefused(Problem.LOGIN_REFUSED, () -> codes.use(PHONE, PhoneCodes.LOGIN, other(code)));
            }
            assertRefused(Problem.LOGIN_REFUSED, () -> codes.use(PHONE, PhoneCodes.LOGIN, code));
        });

        assertGood(PHONE, PhoneCodes.LOGIN, code);
    }

    @Test
    void areUsedUpByNobodyElsewhere() throws Exception {
        from("203.0.113.0/24", () -> {
            for (int n = 0; n < 3; n++) {
                codes.send(PHONE, PhoneCodes.LOGIN);
                identity.clock().forward(Duration.ofMinutes(1));
            }
            assertAgainAfter(Duration.ofMinutes(57), () -> codes.send(PHONE, PhoneCodes.LOGIN));
        });

        codes.send(PHONE, PhoneCodes.LOGIN);

        assertGood(PHONE, PhoneCodes.LOGIN, sent.logins.getLast());
    }

    /** What is kept of a number tells nobody from where its owner logs in. */
    @Test
    void leaveNoNetworksBehind() throws Exception {
        from("203.0.113.0/24", () -> {
            codes.send(PHONE, PhoneCodes.LOGIN);
            assertRefused(
                    Problem.LOGIN_REFUSED, () -> codes.use(PHONE, PhoneCodes.LOGIN, other(sent.logins.getFirst())));
        });

        assertThat(identity.vault().records("phone-codes", NumberCodes.class).all(""))
                .singleElement()
                .satisfies(it -> assertThat(it.asked()).hasSize(1))
                .asString()
                .doesNotContain("203.0.113");
    }

    @Test
    void sayAfterHowLongTheNextMayCome() {
        codes.send(PHONE, PhoneCodes.LOGIN);
        identity.clock().forward(Duration.ofSeconds(20));
        assertAgainAfter(Duration.ofSeconds(40), () -> codes.send(PHONE, PhoneCodes.LOGIN));
        for (int n = 1; n < OF_NETWORK; n++) {
            codes.send(number(n), PhoneCodes.LOGIN);
        }
        assertAgainAfter(Duration.ofHours(1).minusSeconds(20), () -> codes.send(number(OF_NETWORK), PhoneCodes.LOGIN));

        for (int n = 0; n < OF_NETWORK; n++) {
            assertRefused(Problem.LOGIN_REFUSED, () -> codes.use(OTHER_PHONE, PhoneCodes.LOGIN, "123456"));
        }
        identity.clock().forward(Duration.ofSeconds(30));
        assertAgainAfter(
                Duration.ofHours(1).minusSeconds(30), () -> codes.use(OTHER_PHONE, PhoneCodes.LOGIN, "123456"));
    }

    @Test
    void goToCountriesThatWereNamed() {
        assertThatCode(() -> codes.send("+85251234567", PhoneCodes.LOGIN)).doesNotThrowAnyException();
        assertRefused(Problem.INVALID_FIELD, () -> codes.send("+14155550100", PhoneCodes.LOGIN));
        assertThat(sent.logins).hasSize(1);
    }

    @Test
    void areReadAsNumbersAreWritten() {
        assertThat(PhoneCodes.read("138 0013 8000")).isEqualTo(PHONE);
        assertRefused(Problem.INVALID_FIELD, () -> PhoneCodes.read("911"));
    }

    @Test
    void comeOnceAMinute() {
        codes.send(PHONE, PhoneCodes.LOGIN);
        identity.clock().forward(Duration.ofSeconds(59));
        assertRefused(Problem.TOO_MANY_ATTEMPTS, () -> codes.send(PHONE, PhoneCodes.LOGIN));

        identity.clock().forward(Duration.ofSeconds(1));
        codes.send(PHONE, PhoneCodes.LOGIN);

        assertThat(sent.logins).hasSize(2);
    }

    /** Two ask at once, at two nodes: each finds that none was sent, and one of them is first. */
    @Test
    void comeOnceAlsoToTwoWhoAskAtOnce() {
        identity.meanwhile(
                "phone-codes/" + KEY.claimId(IdentifierKind.PHONE, PHONE), () -> codes.send(PHONE, PhoneCodes.LOGIN));

        assertAgainAfter(Duration.ofMinutes(1), () -> codes.send(PHONE, PhoneCodes.LOGIN));

        assertThat(sent.logins).hasSize(1);
        assertGood(PHONE, PhoneCodes.LOGIN, sent.logins.getFirst());
    }

    /** Whoever asks again too early gets none, and takes none from the others of the network. */
    @Test
    void thatMayNotBeSentCostTheNetworkNothing() {
        codes.send(PHONE, PhoneCodes.LOGIN);
        for (int n = 0; n < OF_NETWORK; n++) {
            assertAgainAfter(Duration.ofMinutes(1), () -> codes.send(PHONE, PhoneCodes.LOGIN));
        }

        for (int n = 1; n < OF_NETWORK; n++) {
            codes.send(number(n), PhoneCodes.LOGIN);
        }
        assertThat(sent.logins).hasSize(OF_NETWORK);
    }

    @Test
    void cannotBeSentWithoutASender() {
        PhoneCodes mute = codes(null, OF_ALL, OF_NETWORK);

        assertRefused(Problem.UNAVAILABLE, () -> mute.send(PHONE, PhoneCodes.LOGIN));
    }

    /** Nobody may know from the store which numbers there are, and who guesses at numbers fills no store. */
    @Test
    void leaveNoNumbersBehindAndNothingForWhoGuesses() {
        codes.send(PHONE, PhoneCodes.LOGIN);
        assertRefused(Problem.LOGIN_REFUSED, () -> codes.use(OTHER_PHONE, PhoneCodes.LOGIN, "123456"));

        assertThat(kept()).containsExactly(KEY.claimId(IdentifierKind.PHONE, PHONE));
        assertThat(identity.kept()).doesNotContain(PHONE, sent.logins.getFirst());
    }

    @Test
    void areForgottenAfterADayOnceAnotherIsSent() {
        codes.send(PHONE, PhoneCodes.LOGIN);
        identity.clock().forward(Duration.ofHours(23).plusMinutes(30));
        codes.send(OTHER_PHONE, PhoneCodes.LOGIN);
        assertThat(kept()).hasSize(2);

        identity.clock().forward(Duration.ofMinutes(29));
        codes.send("+85251234567", PhoneCodes.LOGIN);
        identity.clock().forward(Duration.ofMinutes(2));
        codes.send("+85251234568", PhoneCodes.LOGIN);
        assertThat(kept()).as("looked through within the hour").hasSize(4);

        identity.clock().forward(Duration.ofHours(1));
        codes.send("+85251234569", PhoneCodes.LOGIN);
        assertThat(kept()).doesNotContain(KEY.claimId(IdentifierKind.PHONE, PHONE));
        assertThat(kept()).contains(KEY.claimId(IdentifierKind.PHONE, OTHER_PHONE));
    }

    @Test
    void areForgottenAlsoAfterTheClockWasAhead() {
        identity.clock().set(NOW.plus(Duration.ofDays(365)));
        codes.send(PHONE, PhoneCodes.LOGIN);
        identity.clock().set(NOW);

        codes.send(OTHER_PHONE, PhoneCodes.LOGIN);

        assertThat(kept()).containsExactly(KEY.claimId(IdentifierKind.PHONE, OTHER_PHONE));
    }

    @Test
    void ofOneNetworkAreBounded() {
        for (int n = 0; n < OF_NETWORK; n++) {
            codes.send(number(n), PhoneCodes.LOGIN);
        }

        assertRefused(Problem.TOO_MANY_ATTEMPTS, () -> codes.send(number(OF_NETWORK), PhoneCodes.LOGIN));
        assertThat(identity.written()).isEmpty();
        identity.clock().forward(Duration.ofHours(1));
        codes.send(number(OF_NETWORK), PhoneCodes.LOGIN);
    }

    @Test
    void ofOneNetworkAreBoundedWhateverOthersDo() throws Exception {
        for (int n = 0; n < OF_NETWORK; n++) {
            codes.send(number(n), PhoneCodes.LOGIN);
        }

        from("203.0.113.0/24", () -> codes.send(number(OF_NETWORK), PhoneCodes.LOGIN));

        assertThat(sent.logins).hasSize(OF_NETWORK + 1);
    }

    @Test
    void areSixtyAnHourForANetworkAndAThousandInAllWhereNothingIsSet() throws Exception {
        CodeBudgets budgets = asShipped();
        for (int network = 0; network < 16; network++) {
            takeFrom(budgets, network, 60);
        }

        assertRefused(Problem.TOO_MANY_ATTEMPTS, () -> takeFrom(budgets, 0, 1));
        takeFrom(budgets, 16, 40);
        assertThat(identity.written()).isEmpty();
        assertRefused(Problem.TOO_MANY_ATTEMPTS, () -> takeFrom(budgets, 16, 1));
        assertThat(identity.written()).containsExactly(new PhoneCodesUsedUp(PhoneCodesUsedUp.OF_ALL, 1_000, NOW));
    }

    /** As Spring makes them without any setting. */
    private CodeBudgets asShipped() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Vault.class, identity::vault);
            context.registerBean(IdentityJournal.class, identity::journal);
            context.registerBean(Clock.class, identity::clock);
            context.register(CodeBudgets.class);
            context.refresh();
            return context.getBean(CodeBudgets.class);
        }
    }

    private static void takeFrom(CodeBudgets budgets, int network, int times) {
        for (int n = 0; n < times; n++) {
            budgets.takeForSending("10.0." + network + ".0/24");
        }
    }

    private static void from(String network, Runnable work) throws Exception {
        Origin origin = new Origin("anonymous", "anonymous", "api", "c", null, network, Authority.NOBODY);
        origin.call(Executors.callable(work));
    }

    @Test
    void ofAllAreBoundedAndThatIsWrittenDownOnce() {
        PhoneCodes few = codes(sent, 3, 100);
        for (int n = 0; n < 3; n++) {
            few.send(number(n), PhoneCodes.LOGIN);
        }
        assertThat(identity.written()).isEmpty();

        assertAgainAfter(Duration.ofHours(1), () -> few.send(number(3), PhoneCodes.LOGIN));
        assertRefused(Problem.TOO_MANY_ATTEMPTS, () -> few.send(number(4), PhoneCodes.LOGIN));

        assertThat(identity.written()).containsExactly(new PhoneCodesUsedUp(PhoneCodesUsedUp.OF_ALL, 3, NOW));
        assertThat(sent.logins).hasSize(3);
    }

    @Test
    void thatAreWrongAreBounded() {
        for (int n = 0; n < OF_NETWORK; n++) {
            String number = number(n);
            assertRefused(Problem.LOGIN_REFUSED, () -> codes.use(number, PhoneCodes.LOGIN, "123456"));
        }

        assertRefused(Problem.TOO_MANY_ATTEMPTS, () -> codes.use(PHONE, PhoneCodes.LOGIN, "123456"));
    }

    /** Whoever goes on guessing makes the store write nothing more. */
    @Test
    void areCountedNoFurtherThanThatTheBudgetIsUsedUp() {
        for (int n = 0; n < OF_NETWORK + 5; n++) {
            assertThatThrownBy(() -> codes.use(PHONE, PhoneCodes.LOGIN, "123456"))
                    .isInstanceOf(ProblemException.class);
        }

        assertThat(identity.vault().records("phone-code-budgets", Spent.class).find("tries/unknown"))
                .contains(new Spent(NOW, OF_NETWORK + 1));
    }

    @Test
    void thatAreGoodCostTheNetworkNothing() {
        PhoneCodes many = codes(sent, 100, 4);
        for (int n = 0; n < 3; n++) {
            String number = number(n);
            assertRefused(Problem.LOGIN_REFUSED, () -> many.use(number, PhoneCodes.LOGIN, "123456"));
        }
        for (int n = 0; n < 4; n++) {
            many.send(number(n), PhoneCodes.LOGIN);
            many.use(number(n), PhoneCodes.LOGIN, sent.logins.getLast());
        }

        assertRefused(Problem.LOGIN_REFUSED, () -> many.use(PHONE, PhoneCodes.LOGIN, "123456"));
        assertRefused(Problem.TOO_MANY_ATTEMPTS, () -> many.use(PHONE, PhoneCodes.LOGIN, "123456"));
    }

    @Test
    void leaveNoBudgetsBehindThatAreOver() {
        codes.send(PHONE, PhoneCodes.LOGIN);
        assertRefused(Problem.LOGIN_REFUSED, () -> codes.use(PHONE, PhoneCodes.LOGIN, "wrong"));
        assertThat(budgets()).containsExactly("all", "sends/unknown", "tries/unknown");

        identity.clock().forward(Duration.ofHours(1).plusSeconds(1));
        codes.send(OTHER_PHONE, PhoneCodes.LOGIN);

        assertThat(budgets()).containsExactly("all", "sends/unknown");
    }

    private void assertGood(String phone, String purpose, String code) {
        assertThatCode(() -> codes.use(phone, purpose, code)).doesNotThrowAnyException();
    }

    private static void assertRefused(Problem problem, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.problem())
                .isEqualTo(problem));
    }

    private static void assertAgainAfter(Duration time, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, it -> {
            assertThat(it.problem()).isEqualTo(Problem.TOO_MANY_ATTEMPTS);
            assertThat(it.retryAfter()).isEqualTo(time);
        });
    }

    private List<String> kept() {
        return identity.vault().records("phone-codes", NumberCodes.class).ids("");
    }

    private List<String> budgets() {
        return identity.vault().records("phone-code-budgets", Spent.class).ids("");
    }

    private static String number(int n) {
        return "+861390013900" + n;
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
