package io.jiayou.http.document;

import io.jiayou.access.AccessTable;
import io.jiayou.access.EndpointRule;
import io.jiayou.access.Right;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;

/** What holds for operations by their method, path, parameters and rights: who may, and what else may be answered. */
final class Operations implements OpenApiCustomizer {

    private static final String LOGINS = "/api/sessions";

    /** What is answered with the address of the thing that it is about. */
    private static final Set<String> OF_A_THING =
            Set.of(Components.COMPONENTS_SCHEMAS_REF + "Receipt", Components.COMPONENTS_SCHEMAS_REF + "PastReport");

    private final String token;
    private final Map<String, EndpointRule> rules;

    /** @param token the name of the way to show who one is */
    Operations(String token, AccessTable table) {
        this.token = token;
        this.rules = table.endpoints().stream().collect(Collectors.toMap(Operations::name, Function.identity()));
    }

    private static String name(EndpointRule rule) {
        return rule.name().replace("{*", "{");
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas(Problems.NAME, Problems.schema());
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> describe(path, method, operation, api)));
    }

    private void describe(String path, HttpMethod method, Operation operation, OpenAPI api) {
        EndpointRule rule = rules.get(method + " " + path);
        if (rule == null) {
            // nobody may use it
            return;
        }
        secure(rule, operation);
        Problems.statuses()
                .filter(status -> occurs(status, path, method, operation, rule))
                .forEach(status -> refuse(status, operation.getResponses(), api));
        parameters(operation).forEach(Operations::demandSomething);
        location(operation.getResponses());
        if (method == HttpMethod.GET && path.startsWith("/api/")) {
            tag(operation.getResponses());
        }
        rates(operation.getResponses(), api);
    }

    private void secure(EndpointRule rule, Operation operation) {
        List<Right> rights = rule.rights().rights();
        operation.setSecurity(
                rule.rights().everybody()
                        ? List.of()
                        : rights.stream()
                                .map(right -> new SecurityRequirement().addList(token, right.toString()))
                                .toList());
        String who = rule.rights().everybody()
                ? "For everybody."
                : "For " + rights.stream().map(Right::toString).collect(Collectors.joining(", ")) + ".";
        operation.setDescription(Stream.of(operation.getDescription(), who)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n")));
    }

    private static boolean occurs(
            String status, String path, HttpMethod method, Operation operation, EndpointRule rule) {
        return switch (status) {
            case "401" ->
                !rule.rights().everybody()
                        || method == HttpMethod.POST && path.startsWith(LOGINS)
                        || takes("past", operation);
            case "404" -> method != HttpMethod.GET || path.contains("{") || takes("past", operation);
            case "409" ->
                method != HttpMethod.GET
                        || path.startsWith("/api/pasts/")
                        || takes("past", operation)
                        || takes("version", operation);
            default -> true;
        };
    }

    /** An empty text in a query is refused, not taken for none. */
    private static void demandSomething(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        if (parameter.getIn().equals("query")
                && schema.getTypes() != null
                && schema.getTypes().contains("string")
                && schema.getPattern() == null
                && schema.getEnum() == null
                && schema.getMinLength() == null) {
            schema.setMinLength(1);
        }
    }

    private static boolean takes(String parameter, Operation operation) {
        return parameters(operation).anyMatch(it -> it.getName().equals(parameter));
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? Stream.of() : operation.getParameters().stream();
    }

    /** One description of each, which operations point at unless they say more themselves. */
    private static void refuse(String status, ApiResponses responses, OpenAPI api) {
        api.getComponents().addResponses("Problem" + status, Problems.response(status));
        if (!responses.containsKey(status)) {
            responses.addApiResponse(status, new ApiResponse().$ref("#/components/responses/Problem" + status));
        }
    }

    /** Whoever gets a receipt, or has to ask again, hears where. */
    private static void location(ApiResponses responses) {
        Stream.of("201", "202")
                .map(responses::get)
                .filter(Operations::isOfAThing)
                .forEach(answer -> answer.addHeaderObject(
                        HttpHeaders.LOCATION,
                        new Header()
                                .description("where it is")
                                .schema(new JsonSchema().typesItem("string").format("uri-reference"))));
    }

    private static boolean isOfAThing(@Nullable ApiResponse answer) {
        return answer != null
                && answer.getContent() != null
                && answer.getContent().values().stream()
                        .map(content -> content.getSchema().get$ref())
                        .anyMatch(OF_A_THING::contains);
    }

    /** What is JSON and not too long has a tag, and is sent once to who keeps it. */
    private static void tag(ApiResponses responses) {
        ApiResponse answer = responses.get("200");
        if (answer != null && answer.getContent() != null && answer.getContent().containsKey("application/json")) {
            answer.addHeaderObject(
                    HttpHeaders.ETAG, text("send it as If-None-Match; absent from what is long or kept by nobody"));
            responses.addApiResponse("304", new ApiResponse().description("The same as the answer with this tag."));
        }
    }

    /** How much more may be sent, told to whoever is limited. */
    private static void rates(ApiResponses responses, OpenAPI api) {
        api.getComponents()
                .addHeaders("RateLimit", text("how many more at once, and in how many seconds all of them again"))
                .addHeaders("RateLimit-Policy", text("how many in how many seconds"));
        responses.forEach((status, answer) -> {
            if (status.startsWith("2")) {
                Stream.of("RateLimit", "RateLimit-Policy")
                        .forEach(name ->
                                answer.addHeaderObject(name, new Header().$ref("#/components/headers/" + name)));
            }
        });
    }

    private static Header text(String description) {
        return new Header().description(description).schema(new JsonSchema().typesItem("string"));
    }
}
