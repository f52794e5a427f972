package io.jiayou.rules;

import java.util.Locale;
import java.util.Set;

/**
 * The two languages that texts for people exist in. All of Chinese is answered in simplified Chinese, also where
 * traditional characters or a language that is written like it were asked for: its readers read that more easily than
 * English. Every other language is answered in English.
 */
public final class Languages {

    /** Chinese and the languages that ISO 639-3 counts to it. */
    private static final Set<String> CHINESE = Set.of(
            "zh", "cdo", "cjy", "cmn", "cnp", "cpx", "csp", "czh", "czo", "gan", "hak", "hsn", "lzh", "mnp", "nan",
            "wuu", "yue");

    private Languages() {}

    public static boolean isChinese(Locale reader) {
        return CHINESE.contains(reader.getLanguage());
    }

    /** Chinese or English. */
    public static Locale of(Locale reader) {
        return isChinese(reader) ? Locale.CHINESE : Locale.ENGLISH;
    }

    /** The tag of BCP 47 of the language that this reader is answered in. */
    public static String tag(Locale reader) {
        return isChinese(reader) ? "zh-Hans" : "en";
    }
}
