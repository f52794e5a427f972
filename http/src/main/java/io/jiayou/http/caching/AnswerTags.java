package io.jiayou.http.caching;

import io.jiayou.access.Role;
import io.jiayou.http.access.Callers;
import io.jiayou.rules.Languages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Tells answers of the API apart by a tag, and answers 304 without a body to whoever has the same one already. The tag is of the
 * answer's bytes: whatever changes them changes it, an erasure too, and what an answer costs to make it costs all the same. It's of
 * the caller's role and language too, so that nobody is told by it what somebody else was answered.
 *
 * <p>Clients may keep such an answer for the one who asked, and ask each time whether it still is one. What speaks of caches itself,
 * isn't JSON, is streamed or is long goes by untouched.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class AnswerTags extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int BYTES = 16;

    private final Room room;
    private final LocaleResolver readers;

    AnswerTags(Room room, LocaleResolver readers) {
        this.room = room;
        this.readers = readers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                || !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (KeptAnswer answer = new KeptAnswer(response, room)) {
            chain.doFilter(request, answer);
            if (request.isAsyncStarted()) {
                answer.passOn();
            } else if (answer.isWhole()) {
                finish(request, response, answer);
            }
        }
    }

    private void finish(HttpServletRequest request, HttpServletResponse response, KeptAnswer answer)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.addHeader(HttpHeaders.VARY, unsaidYet(response));
        if (!new ServletWebRequest(request, response).checkNotModified(tag(request, answer))) {
            response.setContentLength(answer.size());
            answer.passOn();
        }
    }

    private String tag(HttpServletRequest request, KeptAnswer answer) throws IOException {
        MessageDigest digest = sha256();
        String role = Callers.roleOf(request).map(Role::code).orElse("");
        String reader = role + '\n' + Languages.tag(readers.resolveLocale(request)) + '\n';
        digest.update(reader.getBytes(StandardCharsets.UTF_8));
        answer.copyTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        byte[] hash = Arrays.copyOf(digest.digest(), BYTES);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    }

    /** Who made a text in the reader's language has said that it varies by it. */
    private static String unsaidYet(HttpServletResponse response) {
        return response.getHeaders(HttpHeaders.VARY).stream().anyMatch(HttpHeaders.ACCEPT_LANGUAGE::equalsIgnoreCase)
                ? HttpHeaders.AUTHORIZATION
                : HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.ACCEPT_LANGUAGE;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
