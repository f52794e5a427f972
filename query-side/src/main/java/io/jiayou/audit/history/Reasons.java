package io.jiayou.audit.history;

import io.jiayou.rules.Languages;
import io.jiayou.rules.Said;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What events say by constants, and what happened, in the reader's language. */
public final class Reasons {

    private static final Control NO_MACHINE_LOCALE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Reasons() {}

    /** A reason for a cancellation or a refund, or a category of feedback. */
    public static Said of(Enum<?> constant) {
        String key = constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        return reader -> texts(reader).getString(key);
    }

    static ResourceBundle texts(Locale reader) {
        return ResourceBundle.getBundle(
                "io.jiayou.audit.history.titles",
                Languages.of(reader),
                Reasons.class.getClassLoader(),
                NO_MACHINE_LOCALE);
    }
}
