package io.jiayou.http;

import io.jiayou.rules.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Chinese or English, whichever {@code Accept-Language} likes better; English where it names neither; never the language of
 * the machine. Mini-programs pass on what their phone calls its language, {@code zh_CN}, so an underscore stands for a hyphen.
 */
final class AcceptedLanguage implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Locale of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            return LanguageRange.parse(header.replace('_', '-')).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(known ->
                            Languages.isChinese(known) || known.getLanguage().equals("en"))
                    .findFirst()
                    .map(Languages::of)
                    .orElse(Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is what the request asks for");
    }
}
