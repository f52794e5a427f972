package io.jiayou.query;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers as the API's document shows them: one file per operation, which a test compares with a real answer. */
final class AnswerExamples {

    private static final JsonMapper JSON = new JsonMapper();

    private AnswerExamples() {}

    static void add(ApiResponse answer, String operationId) {
        Content content = answer.getContent();
        if (content != null) {
            content.values().forEach(media -> add(media, operationId));
        }
    }

    private static void add(MediaType media, String operationId) {
        Object example = read(operationId);
        if (example != null) {
            media.setExample(example);
        }
    }

    private static @Nullable Object read(String operationId) {
        try (InputStream file = AnswerExamples.class.getResourceAsStream("examples/" + operationId + ".json")) {
            return file == null ? null : JSON.readValue(file, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
