package io.jiayou.access;

import io.jiayou.rules.NotAllowed;
import java.util.Arrays;
import java.util.Locale;

/** What an id in a request or a command names. */
public enum Kind {
    DRIVER,
    STATION,
    ORDER,
    FEEDBACK;

    /** As in the table of rights: {@code order}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The component of commands that holds such an id: {@code orderId}. */
    public String component() {
        return code() + "Id";
    }

    static Kind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotAllowed("nothing is called {0}", code));
    }
}
