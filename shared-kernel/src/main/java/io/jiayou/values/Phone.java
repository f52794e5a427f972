package io.jiayou.values;

import io.jiayou.rules.NotAllowed;
import java.util.regex.Pattern;

/**
 * A phone number in E.164 form, however it was written: full-width, with blanks, brackets and hyphens, with marks that nobody
 * sees, with 00 for the plus, or without the plus of mainland China. Mainland numbers are mobile ones, since a code is sent
 * to them; an eleven-digit mobile number without a country is one. A dot is no separator: tables write numbers with .0.
 *
 * @param number with plus and country code
 */
public record Phone(String number) {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd}()]");
    /** What is dialled for the plus in mainland China. */
    private static final Pattern INTERNATIONAL = Pattern.compile("00(?=[1-9])");

    private static final String MAINLAND = "+86";
    private static final Pattern MAINLAND_MOBILE = Pattern.compile("(?:\\+?86)?(1[3-9][0-9]{9})");
    /** Without separators, of mainland China and of elsewhere, as a program gives it. */
    static final String FORM = "(?:\\+?86)?1[3-9][0-9]{9}|\\+(?:[1-79][0-9]|8[0-57-9])[0-9]{5,13}";

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public Phone {
        number = SEPARATORS.matcher(Text.asTyped(number)).replaceAll("");
        var international = INTERNATIONAL.matcher(number);
        number = international.lookingAt() ? "+" + number.substring(international.end()) : number;
        var mobile = MAINLAND_MOBILE.matcher(number);
        if (mobile.matches()) {
            number = MAINLAND + mobile.group(1);
        } else if (number.startsWith(MAINLAND) || !E164.matcher(number).matches()) {
            throw new NotAllowed("not a phone number");
        }
    }
}
