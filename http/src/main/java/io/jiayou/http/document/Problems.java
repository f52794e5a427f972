package io.jiayou.http.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** Problem details as the API's document describes them. */
final class Problems {

    static final String NAME = "Problem";

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry(
                    "400",
                    "A field, a parameter or the body can't be accepted as it is; `field` and `errors` say which."),
            Map.entry("401", "There is no token, or none that can be believed; or a login failed."),
            Map.entry(
                    "403", "Not for this caller, or not for what isn't their own; what doesn't exist is nobody's own."),
            Map.entry("404", "There is no such thing."),
            Map.entry("406", "It isn't answered in any form that `Accept` names."),
            Map.entry("409", "A rule refuses it: see `code`. Nothing was written."),
            Map.entry("413", "The body is too large, of an operation that reads none too."),
            Map.entry("415", "A body of this type, or packed in this way, isn't read here."),
            Map.entry("429", "Too many requests: see `Retry-After`."),
            Map.entry("431", "The first line and the headers together are too long."),
            Map.entry("503", "Not possible at the moment; nothing speaks against sending it again."));

    private Problems() {}

    /** Of all that operations refuse with. */
    static Stream<String> statuses() {
        return MEANINGS.keySet().stream().sorted();
    }

    static ApiResponse response(String status) {
        ApiResponse response = new ApiResponse()
                .description(MEANINGS.get(status))
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType()
                                        .schema(new JsonSchema().$ref(Components.COMPONENTS_SCHEMAS_REF + NAME))));
        return status.equals("429") || status.equals("503")
                ? response.addHeaderObject(HttpHeaders.RETRY_AFTER, retryAfter())
                : response;
    }

    private static Header retryAfter() {
        return new Header().description("after how many seconds to try again").schema(whole().minimum(BigDecimal.ZERO));
    }

    static Schema<?> schema() {
        return object().description("Problem details (RFC 9457)")
                .addProperty("type", text("the code as a URI", "urn:jiayou:problem:order-not-paid"))
                .addProperty("title", text("for people, in Chinese or English", "The order isn't paid yet"))
                .addProperty("status", whole().description("the HTTP status").example(409))
                .addProperty(
                        "detail", text("what stood against it, in the same language", "fuel flows after the payment"))
                .addProperty("instance", text("the path of the request", "/api/orders/1/dispense"))
                .addProperty("code", text("stable; see docs/rules.md", "order-not-paid"))
                .addProperty("correlationId", text("as in X-Correlation-Id", "01a205d1-48f1-7583-9539-48a4852c9647"))
                .addProperty("field", text("the first field at fault, where it is about one", "preset.amount"))
                .addProperty("errors", errors())
                .addProperty("file", text("of an import: which file", "stations"))
                .addProperty("line", whole().description("of an import: from 1"))
                .addProperty("reason", text("of an import: what is wrong there", "not a GeoJSON feature collection"))
                .addProperty("report", object().description("of a strict import: what was read"))
                .required(List.of("type", "title", "status", "code"));
    }

    private static Schema<?> errors() {
        Schema<?> error = object().addProperty("field", text("its path", "name"))
                .addProperty("message", text("in the reader's language", "must not be blank"))
                .required(List.of("field", "message"));
        return new JsonSchema()
                .typesItem("array")
                .items(error)
                .description("all fields at fault, where several may be");
    }

    private static Schema<?> object() {
        return new JsonSchema().typesItem("object");
    }

    private static Schema<?> whole() {
        return new JsonSchema().typesItem("integer");
    }

    private static Schema<?> text(String description, String example) {
        return new JsonSchema().typesItem("string").description(description).example(example);
    }
}
