package io.jiayou.annulment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.command.Authority;
import io.jiayou.command.Origin;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonsTest {

    @Test
    void areThoseWhoLoggedInByNameInTheRole() throws Exception {
        assertThat(sentBy(caller("ann", Role.AUDITOR))).isEqualTo("ann");
    }

    @Test
    void areNotThoseOfAnotherRole() {
        assertRefused(Problem.FORBIDDEN, caller("ann", Role.OPERATIONS));
    }

    /** Whoever reads the data directory could be both of the two. */
    @Test
    void areNotWhoeverSitsAtTheTerminal() {
        assertRefused(Problem.FORBIDDEN, caller(Caller.TERMINAL, Role.AUDITOR));
    }

    @Test
    void areNotThoseWhoShowedNoToken() {
        assertRefused(Problem.UNAUTHENTICATED, Authority.NOBODY);
        assertRefused(Problem.UNAUTHENTICATED, Authority.SYSTEM);
    }

    private static void assertRefused(Problem problem, Authority authority) {
        assertThatThrownBy(() -> sentBy(authority))
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.problem()).isEqualTo(problem));
    }

    private static String sentBy(Authority authority) throws Exception {
        return new Origin("someone", "any", "api", "c", null, null, authority).call(() -> Persons.of(Role.AUDITOR));
    }

    private static Authority caller(String actor, Role role) {
        return new Authority.OfCaller(new Caller(actor, role, null, null, Set.of(), "s"));
    }
}
