package io.jiayou.http.document;

import io.jiayou.access.AccessTable;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says beyond the endpoints' own words, the same for both sides. */
@Configuration(proxyBeanMethods = false)
public class ApiDocument {

    private static final String DESCRIPTION = """
            Fuel ordering on event sourcing. `POST`, `PUT` and `DELETE` send commands, and each answers with a receipt: \
            the id and the version of the event history that includes the command. `GET` reads models of that history; \
            a query given `version` waits (at most 2 s) until it shows that version.

            Amounts are minor units of their currency (fen), volumes millilitres, unit prices thousandths of a major \
            unit per litre, times ISO 8601 with zone. Whatever is refused is answered with problem details (RFC 9457) \
            whose `code` is stable and whose `title` is Chinese or English by `Accept-Language`. Sending a command \
            twice with the same id is safe. `X-Correlation-Id` is taken over into the events and answered.""";

    private static final String TOKEN = "accessToken";
    private static final SecurityScheme ACCESS_TOKEN = new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT")
            .description("The answer to a login, or what `./jiayou token --role ROLE` prints; five minutes.");

    /** In the order in which a reader needs them; those that no endpoint uses are left out. */
    private static final List<Tag> TAGS = List.of(
            tag("Drivers", "Drivers, their phone numbers and vehicles."),
            tag("Stations", "Stations with their pumps, and prices from a moment on."),
            tag("Orders", "Placing an order, paying, dispensing, completing or cancelling it."),
            tag("Feedback", "What people tell us, and what they are told."),
            tag("Dashboards", "Sums over many orders."),
            tag("Audit", "The history, and proofs that nobody changed it."),
            tag("Pasts", "Read models as they stood at a moment."),
            tag("Operations", "Backups, drills, and events that can't be taken."),
            tag("Imports", "Files of other systems."),
            tag("Sessions", "Logging in and out: docs/access.md says who may do what."),
            tag("Accounts", "Accounts of staff and keys of programs."),
            tag("Border", "Which addresses get in, and what was turned away."));

    @Bean
    OpenAPI describedApi() {
        return new OpenAPI()
                .servers(List.of(new Server().url("/").description("where this document is served")))
                .info(new Info()
                        .title("Jiayou")
                        .version("1")
                        .description(DESCRIPTION)
                        .license(new License().name("Apache 2.0").identifier("Apache-2.0")))
                .components(new Components().addSecuritySchemes(TOKEN, ACCESS_TOKEN));
    }

    @Bean
    KeptDocument keptDocument() {
        return new KeptDocument();
    }

    @Bean
    ModelConverter describedRecords() {
        return new RecordSchemas();
    }

    @Bean
    ParameterCustomizer describedParameters() {
        return (parameter, given) -> {
            if (parameter != null && parameter.getSchema() != null) {
                Shapes.put(given.getParameter(), parameter.getSchema());
            }
            return parameter;
        };
    }

    @Bean
    OpenApiCustomizer describedBodies() {
        return new BodyExamples();
    }

    @Bean
    OpenApiCustomizer describedRequests() {
        return new RequestSchemas();
    }

    @Bean
    OpenApiCustomizer describedOperations() {
        return new Operations(TOKEN, AccessTable.shipped());
    }

    @Bean
    OpenApiCustomizer describedTags() {
        return api -> api.setTags(
                TAGS.stream().filter(tag -> used(api).contains(tag.getName())).toList());
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    private static Set<String> used(OpenAPI api) {
        return api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(operation -> Objects.requireNonNullElse(operation.getTags(), List.<String>of()))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }
}
