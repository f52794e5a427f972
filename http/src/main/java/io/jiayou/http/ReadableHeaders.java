package io.jiayou.http;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses media types, languages, origins and control characters that nobody can read, before they become a failure of the server or an
 * answer without a word. Forms are refused as well: no endpoint takes one, and the server would read their fields as if they stood in the query. Whoever wants
 * something changed and no JSON in answer is told so before anything is changed, not after.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
final class ReadableHeaders extends OncePerRequestFilter {

    /** What changes nothing. */
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** What is read here, or kept: others may have what they like. */
    private static final List<String> READ = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.ORIGIN,
            CorrelationFilter.HEADER,
            "X-Channel");

    private static final String IDENTITY = "identity";

    /** Spring reads no more, and answers more of them with nothing. */
    private static final int MOST_TYPES = 50;

    private final ProblemWriter problems;

    ReadableHeaders(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ProblemException> problem = problem(request);
        if (problem.isPresent()) {
            if (HttpHeaders.CONTENT_ENCODING.equals(problem.get().field())) {
                // RFC 9110, 12.5.3: what would have been read
                response.setHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
            }
            problems.write(request, response, problem.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<ProblemException> problem(HttpServletRequest request) {
        if (RequestPath.of(request.getRequestURI()).isEmpty()) {
            return Optional.of(new ProblemException(Problem.MALFORMED_REQUEST, null, "this is no path"));
        }
        for (String header : READ) {
            if (values(request, header).anyMatch(ReadableHeaders::hasControls)) {
                return Optional.of(malformed(header, Detail.of("this header has control characters")));
            }
        }
        if (!values(request, HttpHeaders.CONTENT_ENCODING).allMatch(IDENTITY::equalsIgnoreCase)) {
            return Optional.of(new ProblemException(
                    Problem.UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_ENCODING, "no packed body is read"));
        }
        return problemOfNegotiation(request);
    }

    /** A header may stand there more than once. */
    private static Stream<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream().map(String::strip);
    }

    private static boolean hasControls(String value) {
        return value.chars().anyMatch(Character::isISOControl);
    }

    private static Optional<ProblemException> problemOfNegotiation(HttpServletRequest request) {
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(
                    values(request, HttpHeaders.ACCEPT).collect(Collectors.joining(",")));
            if (accepted.size() > MOST_TYPES) {
                return Optional.of(malformed(
                        HttpHeaders.ACCEPT, Detail.of("this header names more than {0} media types", MOST_TYPES)));
            }
            List<MediaType> answers = answers(request);
            if (!READING.contains(request.getMethod())
                    && !accepted.isEmpty()
                    && accepted.stream().noneMatch(it -> isOneOf(answers, it))) {
                return Optional.of(new ProblemException(
                        Problem.NOT_ACCEPTABLE, HttpHeaders.ACCEPT, "what changes something is answered in JSON"));
            }
        } catch (InvalidMediaTypeException e) {
            return Optional.of(malformed(HttpHeaders.ACCEPT, Detail.of("this header names no media types")));
        }
        try {
            CorsUtils.isCorsRequest(request);
        } catch (IllegalArgumentException e) {
            return Optional.of(malformed(HttpHeaders.ORIGIN, Detail.of("this header names no origin")));
        }
        return isReadable(request.getContentType(), BodyLimit.isImport(request))
                ? Optional.empty()
                : Optional.of(new ProblemException(
                        Problem.UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_TYPE, "no body of this type is read"));
    }

    private static ProblemException malformed(String header, Detail detail) {
        return ProblemException.of(Problem.MALFORMED_REQUEST, header, detail);
    }

    /** What whoever changes something is answered in: receipts, and a line for each step of an import. */
    private static List<MediaType> answers(HttpServletRequest request) {
        return BodyLimit.isImport(request)
                ? List.of(MediaType.APPLICATION_NDJSON, MediaType.APPLICATION_JSON)
                : List.of(MediaType.APPLICATION_JSON);
    }

    /** Whether an answer would be accepted, whose text is UTF-8. */
    private static boolean isOneOf(List<MediaType> answers, MediaType accepted) {
        return accepted.getQualityValue() > 0
                && isUtf8(accepted)
                && answers.stream().anyMatch(accepted::isCompatibleWith);
    }

    private static boolean isUtf8(MediaType type) {
        return type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
    }

    /**
     * JSON is UTF-8 (RFC 8259, 8.1): a body that says to be something else would be read as that, and what it doesn't have be
     * replaced. Files are read as UTF-8 whatever they say.
     */
    private static boolean isReadable(@Nullable String contentType, boolean isFile) {
        if (contentType == null || contentType.isBlank()) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            boolean one = !type.isWildcardType() && !type.isWildcardSubtype();
            boolean boundless = type.getType().equals("multipart") && type.getParameter("boundary") == null;
            // which reads the name of the character set, too
            boolean written = isUtf8(type) || isFile;
            return one && !boundless && written && !type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
