package io.jiayou.query;

import io.jiayou.rules.ProblemTitles;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Problems as the API's document shows them. */
final class ProblemExamples {

    private static final String MEDIA_TYPE = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private ProblemExamples() {}

    /** A refusal with an example of each code that it may have. */
    static ApiResponse of(int status, List<String> codes, String path) {
        MediaType content = new MediaType().schema(new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + "Problem"));
        codes.forEach(code -> content.addExamples(code, new Example().value(example(code, status, path))));
        return new ApiResponse()
                .description(codes.stream().map(ProblemExamples::title).collect(Collectors.joining("; or: ")))
                .content(new Content().addMediaType(MEDIA_TYPE, content));
    }

    private static Map<String, Object> example(String code, int status, String path) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:jiayou:problem:" + code);
        example.put("title", title(code));
        example.put("status", status);
        example.put("instance", path);
        example.put("code", code);
        return example;
    }

    private static String title(String code) {
        return ProblemTitles.title(code, Locale.ENGLISH);
    }
}
