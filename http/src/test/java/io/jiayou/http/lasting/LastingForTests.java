package io.jiayou.http.lasting;

import io.jiayou.http.access.EndedSessions;
import java.time.InstantSource;

/** What lasts, for tests of other packages. */
public final class LastingForTests {

    private LastingForTests() {}

    public static Lasting with(EndedSessions ended) {
        return new Lasting(ended, right -> true, 5, 100, InstantSource.system());
    }

    public static void review(Lasting lasting) {
        lasting.review();
    }
}
