package io.jiayou.values;

import io.jiayou.rules.NotAllowed;
import java.util.regex.Pattern;

/**
 * A grade of fuel, an opaque code: 92#, 95#, 0#, -10#, LPG. Feeds disagree about names, so nothing is read into it.
 *
 * @param code 1 to 16 letters, digits, #, +, -, . or spaces inside
 */
public record Grade(String code) {

    static final String WRITTEN = "[\\p{L}0-9#+.-](?:[\\p{L}0-9#+. -]{0,14}[\\p{L}0-9#+.-])?";

    private static final Pattern FORM = Pattern.compile(WRITTEN);

    public Grade {
        if (!FORM.matcher(code).matches()) {
            throw new NotAllowed("a grade has 1 to 16 letters, digits, #, +, - or dots");
        }
    }
}
