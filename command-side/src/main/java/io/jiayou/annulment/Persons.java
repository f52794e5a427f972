package io.jiayou.annulment;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.command.Authority;
import io.jiayou.command.Origin;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;

/** Who decides on annulments: people by their own log-ins, since a decision of two needs two. */
public final class Persons {

    private Persons() {}

    /**
     * The account of the person who sends this.
     *
     * @throws ProblemException UNAUTHENTICATED without a token, FORBIDDEN for anybody but a person of that role
     */
    public static String of(Role role) {
        if (!(Origin.current().authority() instanceof Authority.OfCaller known)) {
            throw new ProblemException(Problem.UNAUTHENTICATED, null, "this is for people who log in by name");
        }
        Caller caller = known.caller();
        if (caller.role() != role || Caller.isAtTerminal(caller.actor())) {
            throw new ProblemException(
                    Problem.FORBIDDEN, null, "this is for people with the role {0}, by their own log-in", role.code());
        }
        return caller.actor();
    }
}
