package io.jiayou.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightsTest {

    private static final Supplier<Owner> UNASKED = () -> {
        throw new AssertionError("whose it is doesn't matter here");
    };

    @Nested
    class Read {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "everybody",
                    "nobody",
                    "agent",
                    "driver:own",
                    "machine/pump",
                    "machine/pump:own",
                    "driver:own agent machine/imports"
                })
        void areWrittenAsTheyWere(String text) {
            assertThat(Rights.parse(text)).hasToString(text);
        }

        @Test
        void mayHaveAnyWhiteSpaceBetweenThem() {
            assertThat(Rights.parse("agent   auditor")).isEqualTo(Rights.parse("agent auditor"));
        }

        @Test
        void namesRoleScopeAndWhetherItIsForOnesOwn() {
            assertThat(Right.parse("agent")).isEqualTo(new Right(Role.AGENT, null, false));
            assertThat(Right.parse("driver:own")).isEqualTo(new Right(Role.DRIVER, null, true));
            assertThat(Right.parse("machine/pump:own")).isEqualTo(new Right(Role.MACHINE, Scope.PUMP, true));
        }

        @ParameterizedTest
        @ValueSource(strings = {"king", "king:own", "king/pump"})
        void refuseARoleThatNobodyHas(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rights.parse(text))
                    .withMessage("no role is called king");
        }

        @ParameterizedTest
        @ValueSource(strings = {"machine", "machine:own", "agent/pump"})
        void refuseAMachineWithoutAScopeAndAPersonWithOne(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rights.parse(text))
                    .withMessage("machines, and they alone, have a scope: " + text);
        }

        @Test
        void refuseAScopeThatThereIsNot() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rights.parse("machine/moon"))
                    .withMessage("no scope is called moon");
        }
    }

    @Nested
    class OfEverybody {

        private final Rights rights = Rights.parse("everybody");

        @Test
        void allowAnythingToAnybody() {
            assertThat(rights.allowSomething(Somebody.agent())).isTrue();
            assertThat(rights.allowAnything(Somebody.driver("d1"))).isTrue();
            assertThat(rights.allow(Somebody.machine(), UNASKED)).isTrue();
        }

        @Test
        void holdForThoseWithoutATokenToo() {
            assertThat(rights.everybody()).isTrue();
            assertThat(rights.askForOwner()).isFalse();
        }
    }

    @Nested
    class OfNobody {

        private final Rights rights = Rights.parse("nobody");

        @Test
        void allowNothing() {
            assertThat(rights.everybody()).isFalse();
            assertThat(rights.allowSomething(Somebody.agent())).isFalse();
            assertThat(rights.allowAnything(Somebody.agent())).isFalse();
            assertThat(rights.allow(Somebody.agent(), UNASKED)).isFalse();
        }
    }

    @Nested
    class OfARole {

        private final Rights rights = Rights.parse("agent auditor");

        @Test
        void allowAnythingWhosesoeverItIs() {
            assertThat(rights.allowSomething(Somebody.agent())).isTrue();
            assertThat(rights.allowAnything(Somebody.agent())).isTrue();
            assertThat(rights.allow(Somebody.agent(), UNASKED)).isTrue();
            assertThat(rights.askForOwner()).isFalse();
        }

        @Test
        void allowNothingToAnother() {
            assertThat(rights.allowSomething(Somebody.driver("d1"))).isFalse();
            assertThat(rights.allowAnything(Somebody.driver("d1"))).isFalse();
            assertThat(rights.allow(Somebody.driver("d1"), UNASKED)).isFalse();
        }
    }

    @Nested
    class ForOnesOwn {

        private final Rights rights = Rights.parse("driver:own agent");

        @Test
        void allowWhatIsOnesOwn() {
            assertThat(rights.allowSomething(Somebody.driver("d1"))).isTrue();
            assertThat(rights.allow(Somebody.driver("d1"), () -> Owner.driver("d1")))
                    .isTrue();
        }

        @Test
        void refuseWhatIsAnothers() {
            assertThat(rights.allowAnything(Somebody.driver("d1"))).isFalse();
            assertThat(rights.allow(Somebody.driver("d1"), () -> Owner.driver("d2")))
                    .isFalse();
        }

        @Test
        void refuseAnotherRoleEvenWhatWouldBeItsOwn() {
            assertThat(rights.allow(Somebody.attendantOf("s1"), () -> Owner.station("s1")))
                    .isFalse();
        }

        @Test
        void dependOnWhoseItIs() {
            assertThat(rights.askForOwner()).isTrue();
            assertThat(rights.allow(Somebody.agent(), UNASKED)).isTrue();
        }
    }

    @Nested
    class OfAMachine {

        private final Rights rights = Rights.parse("machine/pump");

        @Test
        void needTheScopeOfItsKey() {
            assertThat(rights.allowAnything(Somebody.machine(Scope.PUMP, Scope.READING)))
                    .isTrue();
            assertThat(rights.allowAnything(Somebody.machine(Scope.READING))).isFalse();
            assertThat(rights.allowAnything(Somebody.machine())).isFalse();
        }

        @Test
        void allowWithAKeyOfOneStationWhatIsThatStationsAndNothingElse() {
            Caller ofOne = Somebody.machineOf("s1", Scope.PUMP);

            assertThat(rights.allow(Somebody.machine(Scope.PUMP), UNASKED)).isTrue();
            assertThat(rights.allow(ofOne, () -> Owner.station("s1"))).isTrue();
            assertThat(rights.allow(ofOne, () -> Owner.station("s2"))).isFalse();
            assertThat(rights.allow(ofOne, () -> Owner.NOBODY)).isFalse();
            assertThat(rights.allowAnything(ofOne)).isFalse();
            assertThat(Rights.parse("everybody").allow(ofOne, UNASKED)).isTrue();
        }
    }
}
