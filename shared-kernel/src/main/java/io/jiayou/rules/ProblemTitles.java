package io.jiayou.rules;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The titles that people read, of every {@link Rule} and {@link Problem}: Chinese for Chinese, English for the rest. */
public final class ProblemTitles {

    private static final String BUNDLE = "io.jiayou.rules.problems";
    /** Without it a French reader on a Chinese machine would get Chinese. */
    private static final Control NO_MACHINE_LOCALE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private ProblemTitles() {}

    /**
     * The title of a code for a reader of a language.
     *
     * @param code of a {@link Rule} or a {@link Problem}
     * @throws MissingResourceException for any other code
     */
    public static String title(String code, Locale reader) {
        return titles(Languages.of(reader)).getString(code);
    }

    static ResourceBundle titles(Locale reader) {
        return ResourceBundle.getBundle(BUNDLE, reader, ProblemTitles.class.getClassLoader(), NO_MACHINE_LOCALE);
    }
}
