package io.jiayou.http;

import io.jiayou.rules.Languages;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The language of whoever asks. Who takes it from here makes a text by it, so the answer says in which language it is, and
 * that caches keep one of each.
 */
public final class ReadersLanguage {

    private ReadersLanguage() {}

    /** Chinese or English. */
    public static Locale current() {
        Locale reader = Languages.of(LocaleContextHolder.getLocale());
        HttpServletResponse answer =
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                        ? here.getResponse()
                        : null;
        if (answer != null) {
            say(reader, answer);
        }
        return reader;
    }

    static void say(Locale reader, HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.CONTENT_LANGUAGE, Languages.tag(reader));
        if (answer.getHeaders(HttpHeaders.VARY).stream().noneMatch(HttpHeaders.ACCEPT_LANGUAGE::equalsIgnoreCase)) {
            answer.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
    }
}
