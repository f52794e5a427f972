package io.jiayou.query;

import io.jiayou.rules.Problem;
import io.jiayou.rules.ProblemTitles;
import io.jiayou.rules.Rule;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Problems as the API's document shows them. */
final class ProblemExamples {

    private static final String SCHEMA_NAME = "Problem";

    private static final String MEDIA_TYPE = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private ProblemExamples() {}

    static ApiResponse of(Rule rule, String path) {
        return response(example(rule.code(), 404, path));
    }

    static ApiResponse of(Problem problem, String path) {
        return response(example(problem.code(), problem.status(), path));
    }

    private static Map<String, Object> example(String code, int status, String path) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:jiayou:problem:" + code);
        example.put("title", ProblemTitles.title(code, Locale.ENGLISH));
        example.put("status", status);
        example.put("instance", path);
        example.put("code", code);
        return example;
    }

    private static ApiResponse response(Map<String, Object> example) {
        MediaType content = new MediaType()
                .schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA_NAME))
                .example(example);
        return new ApiResponse()
                .description(String.valueOf(example.get("title")))
                .content(new Content().addMediaType(MEDIA_TYPE, content));
    }
}
