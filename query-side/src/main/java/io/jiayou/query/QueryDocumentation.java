package io.jiayou.query;

import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.Reads;
import io.jiayou.readmodel.rebuild.Pasts;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import io.jiayou.values.Position;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** What the API's document says about every query alike: its version, its position, its problems and an example. */
@Configuration(proxyBeanMethods = false)
class QueryDocumentation {

    private static final Map<String, Rule> UNKNOWN = Map.of(
            "drivers", Rule.DRIVER_UNKNOWN,
            "stations", Rule.STATION_UNKNOWN,
            "orders", Rule.ORDER_UNKNOWN,
            "feedback", Rule.FEEDBACK_UNKNOWN);

    private static final List<String> CONTRADICTORY =
            List.of(Problem.PAST_NOT_READY.code(), Problem.PAST_UNSUITABLE.code(), Problem.DOCUMENT_STOPPED.code());

    /** Which read models there are is known at run time only. */
    @Bean
    OpenApiCustomizer describedModels(Catalogue models) {
        List<Object> names =
                models.all().stream().map(model -> (Object) model.name()).toList();
        return document -> Optional.ofNullable(
                        document.getComponents().getSchemas().get("PastRequest"))
                .map(wanted -> ((Schema<?>) wanted).getProperties().get("models"))
                .ifPresent(named -> ((Schema<?>) named)
                        .setItems(new JsonSchema().typesItem("string")._enum(names)));
    }

    @Bean
    OperationCustomizer describedQueries() {
        return (operation, handler) ->
                isQuery(handler) ? described(operation, path(handler), ReadModelsRead.takesPast(handler)) : operation;
    }

    private static boolean isQuery(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Reads.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Reads.class);
    }

    private static String path(HandlerMethod handler) {
        GetMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), GetMapping.class);
        return Objects.requireNonNull(mapping, "a query is a GET").value()[0];
    }

    private static Operation described(Operation operation, String path, boolean takesPast) {
        operation.addParametersItem(version());
        List<String> missing = new ArrayList<>();
        Rule unknown = UNKNOWN.get(path.split("/", -1)[2]);
        if (path.contains("{") && unknown != null) {
            missing.add(unknown.code());
        }
        if (takesPast) {
            operation.addParametersItem(past());
            missing.add(Problem.PAST_UNKNOWN.code());
            refuse(operation, 409, CONTRADICTORY, path);
        }
        if (!missing.isEmpty()) {
            refuse(operation, 404, missing, path);
        }
        ApiResponse answer = operation.getResponses().computeIfAbsent("200", status -> new ApiResponse());
        answer.description("OK")
                .addHeaderObject(ReadYourWrites.HEADER, position())
                .addHeaderObject(
                        Reads.STOPPED_AT,
                        whole(
                                "the event before which the document that is answered stands still; absent if it doesn't"))
                .addHeaderObject(
                        Reads.INCOMPLETE, whole("the first event that a list or a sum lacks; absent if it lacks none"));
        AnswerExamples.add(answer, operation.getOperationId());
        return operation;
    }

    private static void refuse(Operation operation, int status, List<String> codes, String path) {
        operation.getResponses().addApiResponse(Integer.toString(status), ProblemExamples.of(status, codes, path));
    }

    private static Header whole(String description) {
        return new Header()
                .description(description)
                .schema(new JsonSchema().typesItem("integer").format("int64"));
    }

    private static QueryParameter version() {
        QueryParameter version = new QueryParameter();
        version.name(ReadYourWrites.PARAMETER)
                .description("version of a command's answer: the query waits, at most 2 s, until it shows that command")
                .required(false)
                .schema(new JsonSchema()
                        .typesItem("integer")
                        .format("int64")
                        .minimum(BigDecimal.valueOf(Position.BEFORE_FIRST))
                        .maximum(BigDecimal.valueOf(Position.LAST)));
        return version;
    }

    private static QueryParameter past() {
        QueryParameter past = new QueryParameter();
        past.name(ChoosePast.PARAMETER)
                .description(
                        "name of a past that is ready: the answer is what it would have been then. It has one moment, so another asOf and a later version are 409")
                .required(false)
                .schema(new JsonSchema().typesItem("string").pattern("^" + Pasts.NAME + "$"));
        return past;
    }

    private static Header position() {
        return whole(
                "up to which position of the event store the answer shows everything; of a past state, the position of"
                        + " the last event taken in");
    }
}
