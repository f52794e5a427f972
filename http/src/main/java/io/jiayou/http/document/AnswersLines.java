package io.jiayou.http.document;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that answers one JSON object per line while it works, for its description. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "OK",
        content =
                @Content(
                        mediaType = AnswersLines.TYPE,
                        schema = @Schema(type = "string", description = "JSON objects, one per line")))
public @interface AnswersLines {

    /** Of JSON objects between line ends. */
    String TYPE = "application/x-ndjson";
}
