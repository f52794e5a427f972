package io.jiayou.identity.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.Caller;
import io.jiayou.access.Kind;
import io.jiayou.access.Owner;
import io.jiayou.access.Role;
import io.jiayou.command.Authority;
import io.jiayou.command.Origin;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Rules go by the simple names of commands: these are called like real ones. Order 1 is driver d1's at station s1. */
class CommandCheckTest {

    private record PlaceOrder(String driverId, @Nullable String stationId) {}

    private record CancelOrder(String orderId) {}

    private record AnswerFeedback(String feedbackId) {}

    private record MoveTheMoon() {}

    private static final Authority DRIVER = caller(Role.DRIVER, "d1", null);
    private static final Authority AGENT = caller(Role.AGENT, null, null);

    @Nested
    class WhereATokenIsRequired {

        private final CommandGateway commands = checked("required");

        @Test
        void letsTheSystemSendEverything() {
            assertThat(send(commands, Authority.SYSTEM, new MoveTheMoon())).isEqualTo("done");
        }

        @Test
        void letsThoseSendWhomTheRuleNames() {
            assertThat(send(commands, AGENT, new AnswerFeedback("f1"))).isEqualTo("done");
            assertRefused(commands, DRIVER, new AnswerFeedback("f1"));
        }

        @Test
        void letsOwnersSendWhatIsAboutTheirOwn() {
            assertThat(send(commands, DRIVER, new PlaceOrder("d1", null))).isEqualTo("done");
            assertRefused(commands, DRIVER, new PlaceOrder("d2", null));
        }

        @Test
        void looksUpWhoseThingsAre() {
            assertThat(send(commands, DRIVER, new CancelOrder("1"))).isEqualTo("done");
            assertRefused(commands, DRIVER, new CancelOrder("2"));
            assertRefused(commands, caller(Role.ATTENDANT, null, "s2"), new CancelOrder("1"));
        }

        @Test
        void takesTogetherAllThatACommandNames() {
            assertThat(send(commands, DRIVER, new PlaceOrder("d1", "s1"))).isEqualTo("done");
        }

        @Test
        void letsNobodySendWhatHasNoRule() {
            assertRefused(commands, AGENT, new MoveTheMoon());
            assertRefused(commands, Authority.NOBODY, new MoveTheMoon());
        }

        @Test
        void letsNobodyInWithoutAToken() {
            assertRefused(commands, Authority.NOBODY, new PlaceOrder("d1", null));
        }
    }

    @Nested
    class WhereTheSystemIsOpen {

        private final CommandGateway commands = checked("open");

        @Test
        void letsAnybodySendWithoutAToken() {
            assertThat(send(commands, Authority.NOBODY, new PlaceOrder("d1", null)))
                    .isEqualTo("done");
        }

        @Test
        void holdsThoseToTheirRoleWhoShowAToken() {
            assertRefused(commands, DRIVER, new PlaceOrder("d2", null));
        }
    }

    private static CommandGateway checked(String access) {
        CommandBus bus = SimpleCommandBus.builder().build();
        new CommandCheck(bus, CommandCheckTest::ownerOf, new MockEnvironment().withProperty("jiayou.access", access));
        for (Class<?> command : Set.of(PlaceOrder.class, CancelOrder.class, AnswerFeedback.class, MoveTheMoon.class)) {
            bus.subscribe(command.getName(), message -> "done");
        }
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    private static Owner ownerOf(Kind kind, String id) {
        return switch (kind) {
            case DRIVER -> Owner.driver(id);
            case STATION -> Owner.station(id);
            case ORDER -> Owner.driver("d" + id).and(Owner.station("s" + id));
            case FEEDBACK -> Owner.NOBODY;
        };
    }

    private static Authority caller(Role role, @Nullable String driver, @Nullable String station) {
        return new Authority.OfCaller(new Caller("someone", role, driver, station, Set.of(), "s"));
    }

    private static Object send(CommandGateway commands, Authority authority, Object command) {
        Origin origin = new Origin("someone", "any", "test", "none", null, null, authority);
        try {
            return origin.call(() -> commands.sendAndWait(command));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(CommandGateway commands, Authority authority, Object command) {
        assertThatThrownBy(() -> send(commands, authority, command))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.FORBIDDEN));
    }
}
