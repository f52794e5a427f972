package io.jiayou.architecture.samples.languages;

import io.jiayou.architecture.Breaks;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

@Breaks
class TakesItsOwn {

    Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
