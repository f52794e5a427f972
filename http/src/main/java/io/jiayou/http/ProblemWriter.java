package io.jiayou.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Answers a problem from a filter, where Spring MVC doesn't yet. */
public final class ProblemWriter {

    private final JsonMapper json;
    private final LocaleResolver readers;

    public ProblemWriter(JsonMapper json, LocaleResolver readers) {
        this.json = json;
        this.readers = readers;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        Locale reader = readers.resolveLocale(request);
        ReadersLanguage.say(reader, response);
        ProblemDetail details = ProblemDetails.of(problem.problem(), problem.field(), problem.detail(), reader);
        RequestPath.of(request.getRequestURI()).ifPresent(details::setInstance);
        response.setStatus(details.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        json.writeValue(response.getOutputStream(), details);
    }
}
