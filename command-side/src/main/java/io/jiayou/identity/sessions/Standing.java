package io.jiayou.identity.sessions;

import io.jiayou.identity.events.LoginWay;
import java.util.Optional;
import java.util.Set;

/**
 * Whether somebody may still have a session. It's asked after the session was kept and before a token of it is given out: who
 * loses the right ends the sessions that are kept, so each session is either found by that or doesn't pass this.
 */
public interface Standing {

    /** The ways of logging in that this is about. */
    Set<LoginWay> ways();

    /**
     * Whether a session may go on, by what is kept at this moment.
     *
     * @param epoch under which the session began
     */
    boolean holds(String actor, long epoch);

    /** What a newcomer has to do before the role can be used; none if nothing is missing. */
    default Optional<String> missing(String actor) {
        return Optional.empty();
    }
}
