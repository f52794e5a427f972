package io.jiayou.http;

import io.jiayou.rules.Problem;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Documents the problems that every command may be answered with, and their one schema. Queries tell their own. */
final class ApiProblems implements OpenApiCustomizer {

    private static final String NAME = "Problem";

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.getComponents().addSchemas(NAME, schema());
        api.getPaths().values().forEach(ApiProblems::document);
    }

    private static void document(PathItem path) {
        path.readOperationsMap().forEach((method, operation) -> {
            if (method != PathItem.HttpMethod.GET) {
                document(operation);
            }
        });
    }

    private static void document(Operation command) {
        add(command, "400", "A field, the body or the request can't be accepted as it is.");
        add(command, "404", "What the command names doesn't exist.");
        add(command, "409", "A rule refuses the command: see `code`. Nothing was written.");
        add(command, "413", "The body is too large.");
        add(command, "415", "The body isn't of the type that is expected here.");
        add(command, "503", "Not possible at the moment; nothing speaks against sending it again.");
    }

    private static void add(Operation operation, String status, String description) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME));
        Content content =
                new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem);
        operation
                .getResponses()
                .putIfAbsent(status, new ApiResponse().description(description).content(content));
    }

    private static Schema<?> schema() {
        return new ObjectSchema()
                .description("Problem details (RFC 9457)")
                .addProperty("type", text("the code as a URI", "urn:jiayou:problem:order-not-paid"))
                .addProperty("title", text("for people, in Chinese or English", "The order isn't paid yet"))
                .addProperty("status", new IntegerSchema().example(409))
                .addProperty(
                        "detail",
                        text("which fact stood against it, in the same language", "fuel flows after the payment"))
                .addProperty("instance", text("the path of the request", "/api/orders/1/dispense"))
                .addProperty("code", text("stable; see docs/rules.md", "order-not-paid"))
                .addProperty("correlationId", text("as in X-Correlation-Id", "01a205d1-48f1-7583-9539-48a4852c9647"))
                .addProperty("field", text("the first field at fault, where it is about one", "preset.amount"))
                .addProperty("errors", errors())
                .required(List.of("type", "title", "status", "code"));
    }

    private static Schema<?> errors() {
        Schema<?> error = new ObjectSchema()
                .addProperty("field", text("its path", "name"))
                .addProperty("message", text("in the reader's language", "must not be blank"));
        return new ArraySchema()
                .items(error)
                .description("all fields at fault, with " + Problem.INVALID_FIELD.code() + " and "
                        + Problem.MISSING_FIELD.code());
    }

    private static Schema<?> text(String description, String example) {
        return new StringSchema().description(description).example(example);
    }
}
