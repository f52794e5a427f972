package io.jiayou.rules;

import java.util.Map;

/** The Chinese of every {@link Detail}; each module has its own beside what it says. */
final class ChineseDetails {

    static final String FILE = "META-INF/jiayou/details_zh.txt";

    private static final Map<String, String> KNOWN = Translations.all(ChineseDetails.class.getClassLoader(), FILE);

    private ChineseDetails() {}

    /** The English itself where there is none, which a test rules out. */
    static String of(String english) {
        return KNOWN.getOrDefault(english, english);
    }
}
