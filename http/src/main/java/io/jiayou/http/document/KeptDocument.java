package io.jiayou.http.document;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Writes the API's document once, in each of its forms, and answers those bytes from then on: half a megabyte made anew for
 * whoever asks would be work that strangers could order. It has a tag, so that who has it already isn't sent it again.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class KeptDocument extends OncePerRequestFilter {

    private static final Set<String> FORMS = Set.of("/v3/api-docs", "/v3/api-docs.yaml");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Map<String, Written> written = new ConcurrentHashMap<>();

    private record Written(byte[] bytes, String type, String tag) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) || !FORMS.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Written kept = written.get(request.getServletPath());
        if (kept != null) {
            answer(request, response, kept);
            return;
        }
        ContentCachingResponseWrapper making = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, making);
        byte[] bytes = making.getContentAsByteArray();
        if (making.getStatus() != HttpStatus.OK.value() || making.getContentType() == null || bytes.length == 0) {
            making.copyBodyToResponse();
            return;
        }
        Written made =
                new Written(bytes, plain(making.getContentType()), '"' + DigestUtils.md5DigestAsHex(bytes) + '"');
        written.put(request.getServletPath(), made);
        answer(request, response, made);
    }

    /** Without what the first who asked wanted of it. */
    private static String plain(String type) {
        MediaType whole = MediaType.parseMediaType(type);
        return whole.getType() + "/" + whole.getSubtype();
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Written document)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (!new ServletWebRequest(request, response).checkNotModified(document.tag)) {
            // the character set that the first who asked wanted goes with the type
            response.setContentType(null);
            response.setCharacterEncoding((String) null);
            response.setContentType(document.type);
            response.setContentLength(document.bytes.length);
            response.getOutputStream().write(document.bytes);
        }
    }
}
