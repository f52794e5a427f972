package io.jiayou.http;

import io.jiayou.rules.Problem;
import io.jiayou.rules.ProblemTitles;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.apache.catalina.Container;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Tomcat's own refusals, which no filter sees: a path that can't be decoded, a header that's too long. */
public final class ProblemValve extends ErrorReportValve {

    /** Takes the place of Tomcat's pages of HTML in a host. */
    static void replaceIn(Container host) {
        Pipeline pipeline = host.getPipeline();
        for (Valve valve : pipeline.getValves()) {
            if (valve instanceof ErrorReportValve) {
                pipeline.removeValve(valve);
            }
        }
        pipeline.addValve(new ProblemValve());
        if (host instanceof StandardHost standard) {
            standard.setErrorReportValveClass(ProblemValve.class.getName());
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        // a response that has begun can't become another one
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = ProblemDetails.of(response.getStatus());
        AnswerHeaders.ALWAYS.forEach(response::setHeader);
        response.setHeader(AnswerHeaders.POLICY, AnswerHeaders.OF_DATA);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        Locale reader = AcceptedLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        ReadersLanguage.say(reader, response);
        String correlationId = CorrelationFilter.give(request, response);
        try (Writer writer = response.getReporter()) {
            if (writer != null) {
                writer.write(body(problem, response.getStatus(), reader, instance(request), correlationId));
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("nobody listens to the answer any more", e);
        }
    }

    private static String instance(Request request) {
        return RequestPath.of(request.getRequestURI())
                .map("\"instance\":\"%s\","::formatted)
                .orElse("");
    }

    /** Written by hand: codes, titles and correlation ids are sane, and no URI has what needs an escape. */
    private static String body(Problem problem, int status, Locale reader, String instance, String correlationId) {
        String code = problem.code();
        return """
            {"type":"urn:jiayou:problem:%s","title":"%s","status":%d,%s"code":"%s","correlationId":"%s"}\
            """.formatted(code, ProblemTitles.title(code, reader), status, instance, code, correlationId);
    }
}
