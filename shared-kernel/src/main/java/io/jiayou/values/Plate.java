package io.jiayou.values;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A vehicle's number plate of mainland China: seven characters, or eight for new-energy vehicles (standard GA 36-2018).
 *
 * @param number without spaces and dots, letters in upper case: 沪A12345, 沪AD12345
 */
public record Plate(String number) {

    private static final String PROVINCE_AND_CITY = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]";
    private static final String ORDINARY = "[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]";
    private static final String SMALL_NEW_ENERGY = "[A-HJK][A-HJ-NP-Z0-9][0-9]{4}";
    private static final String LARGE_NEW_ENERGY = "[0-9]{5}[A-HJK]";
    private static final Pattern FORM = Pattern.compile(
            PROVINCE_AND_CITY + "(?:" + ORDINARY + "|" + SMALL_NEW_ENERGY + "|" + LARGE_NEW_ENERGY + ")",
            // of ASCII letters only: upper-casing first would make SS of a sharp s
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATORS = Pattern.compile("[\\s·•‧・.\\-]");

    public Plate {
        number = SEPARATORS.matcher(number).replaceAll("");
        if (!FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("not a plate of mainland China");
        }
        number = number.toUpperCase(Locale.ROOT);
    }
}
