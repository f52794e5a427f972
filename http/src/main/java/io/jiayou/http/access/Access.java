package io.jiayou.http.access;

import java.util.Locale;
import org.springframework.core.env.Environment;

/** What becomes of requests without a token: the setting {@code jiayou.access}. */
public enum Access {
    /** They are the anonymous actor's and may do what isn't always guarded. */
    OPEN,
    /** They may do only what everybody may. */
    REQUIRED;

    private static final String SETTING = "jiayou.access";

    /** What holds where nothing is set. */
    private static final Access DEFAULT = REQUIRED;

    /** @throws IllegalArgumentException for any other value than open and required */
    public static Access of(Environment environment) {
        String set = environment.getProperty(SETTING, DEFAULT.name());
        try {
            return valueOf(set.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SETTING + " is open or required, not " + set, e);
        }
    }
}
