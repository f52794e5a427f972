package io.jiayou.values;

import io.jiayou.rules.NotAllowed;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A vehicle's number plate of mainland China (standard GA 36-2018), however it was written: full-width, in lower case, with
 * blanks, dots and hyphens, or with marks that nobody sees. Seven characters, eight for new-energy vehicles and for those of
 * rescue services (应急), seven for those of embassies (使 and six digits) and consulates (领 at the end).
 *
 * <p>Others are refused: temporary plates (临, 试, 超) name a vehicle for some weeks only; those of the army, the armed police
 * (WJ) and airports (民航) are of other standards; those with O aren't given out any more.
 *
 * @param number without separators, letters in upper case: 沪A12345, 沪AD12345
 */
public record Plate(String number) {

    private static final String PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";
    private static final String ORDINARY = "[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领]";
    private static final String SMALL_NEW_ENERGY = "[A-HJK][A-HJ-NP-Z0-9][0-9]{4}";
    private static final String LARGE_NEW_ENERGY = "[0-9]{5}[A-HJK]";
    private static final String EMBASSY = "使[0-9]{6}";
    private static final String RESCUE = "X[A-HJ-NP-Z0-9][0-9]{3}应急";
    /** In normal form. */
    static final String WRITTEN = PROVINCE + "[A-HJ-NP-Z](?:" + ORDINARY + "|" + SMALL_NEW_ENERGY + "|"
            + LARGE_NEW_ENERGY + ")|" + PROVINCE + RESCUE + "|" + EMBASSY;

    /** Case of ASCII letters only: upper-casing first would make SS of a sharp s. */
    private static final Pattern FORM = Pattern.compile(WRITTEN, Pattern.CASE_INSENSITIVE);
    /** Many dots look like the one on the plate: those of catalogues, of lists, of mathematics. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s·•‧∙⋅・.\\p{Pd}]");

    public Plate {
        number = SEPARATORS.matcher(Text.asTyped(number)).replaceAll("");
        if (!FORM.matcher(number).matches()) {
            throw new NotAllowed("not a plate of mainland China");
        }
        number = number.toUpperCase(Locale.ROOT);
    }
}
