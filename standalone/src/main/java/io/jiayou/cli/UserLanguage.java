package io.jiayou.cli;

import io.jiayou.rules.Languages;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The language in which the user is told things: what {@code LC_ALL}, else {@code LC_MESSAGES}, else {@code LANG} names (POSIX),
 * whether or not the machine has that locale installed. The script hands it over, since it exchanges the locale for one
 * that has UTF-8.
 */
final class UserLanguage {

    static final String SETTING = "jiayou.language";

    private UserLanguage() {}

    static Locale current() {
        return of(System.getProperty(SETTING), System.getenv());
    }

    static Locale of(@Nullable String handedOver, Map<String, String> environment) {
        if (handedOver != null) {
            return of(handedOver);
        }
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String locale = environment.get(name);
            if (locale != null && !locale.isEmpty()) {
                return of(locale);
            }
        }
        return Locale.ENGLISH;
    }

    /** @param locale {@code zh_CN.UTF-8}, {@code zh_TW@radical}, {@code C} */
    static Locale of(String locale) {
        return Languages.of(
                Locale.forLanguageTag(locale.replaceAll("[.@].*", "").replace('_', '-')));
    }
}
