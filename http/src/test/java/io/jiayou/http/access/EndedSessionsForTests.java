package io.jiayou.http.access;

import java.time.InstantSource;

/** A table of ended sessions for tests of other packages. */
public final class EndedSessionsForTests {

    private EndedSessionsForTests() {}

    /** One that is whole. */
    public static EndedSessions at(InstantSource clock) {
        EndedSessions ended = new EndedSessions(clock, System::nanoTime);
        ended.whole();
        return ended;
    }
}
