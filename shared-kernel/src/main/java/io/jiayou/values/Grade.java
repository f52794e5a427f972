package io.jiayou.values;

import io.jiayou.rules.NotAllowed;
import java.util.regex.Pattern;

/**
 * A grade of fuel, an opaque code: 92#, 95#, 0#, -10#, LPG. Feeds disagree about names, so nothing is read into it.
 *
 * @param code 1 to 16 letters, digits, #, +, -, . or spaces inside
 */
public record Grade(String code) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}0-9#+.-](?:[\\p{L}0-9#+. -]{0,14}[\\p{L}0-9#+.-])?");

    public Grade {
        if (!FORM.matcher(code).matches()) {
            throw new NotAllowed("a grade has 1 to 16 letters, digits, #, +, - or dots");
        }
    }
}
