package io.jiayou.values;

import java.util.regex.Pattern;

/**
 * A phone number in E.164 form.
 *
 * @param number with plus and country code; an 11-digit mobile number without one is taken as mainland China's
 */
public record Phone(String number) {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-()]");
    private static final Pattern MAINLAND_MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public Phone {
        number = SEPARATORS.matcher(number).replaceAll("");
        if (MAINLAND_MOBILE.matcher(number).matches()) {
            number = "+86" + number;
        }
        if (!E164.matcher(number).matches()) {
            throw new IllegalArgumentException("not a phone number");
        }
    }
}
