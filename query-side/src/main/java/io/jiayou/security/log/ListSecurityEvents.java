package io.jiayou.security.log;

import com.mongodb.client.model.Filters;
import io.jiayou.http.given.Given;
import io.jiayou.parameters.Cursor;
import io.jiayou.parameters.Ordering;
import io.jiayou.parameters.Page;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/security/events}. */
@RestController
@Reads(SecurityLog.class)
@Tag(name = "Border")
class ListSecurityEvents {

    private static final String NAME = "security";
    private static final Ordering NEWEST_FIRST = Ordering.descending(SecurityLog.POSITION, Ordering.ID);

    private final ReadModels readModels;
    private final SecurityLog log;

    ListSecurityEvents(ReadModels readModels, SecurityLog log) {
        this.readModels = readModels;
        this.log = log;
    }

    @GetMapping("/api/security/events")
    @Operation(operationId = "listSecurityEvents", summary = "What happened to the system's security, newest first")
    Page<SecurityItem> list(
            @Parameter(
                            description = "only of these kinds, repeated or with commas",
                            array = @ArraySchema(schema = @Schema(implementation = SecurityKind.class)))
                    @RequestParam(required = false)
                    @Nullable
                    List<String> kind,
            @Parameter(description = "only by this account, driver or key")
                    @RequestParam(required = false)
                    @Nullable
                    @Given(Limit.ACTOR)
                    String actor,
            @Parameter(
                            description = "nextCursor of the page before",
                            schema = @Schema(type = "string", pattern = Cursor.WRITTEN))
                    @RequestParam(required = false)
                    @Nullable
                    String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST_LIMIT) int limit) {
        List<SecurityItem> found = readModels
                .of(log)
                .collection()
                .find(filter(kind == null ? List.of() : kind, actor, Cursor.read(cursor, NAME, 2)))
                .sort(NEWEST_FIRST.sort())
                .limit(limit + 1)
                .into(new ArrayList<>());
        return Page.of(found, limit, item -> new Cursor(NAME, List.of(Long.toString(item.position()), item.id())));
    }

    private static Bson filter(List<String> kinds, @Nullable String actor, @Nullable Cursor after) {
        List<Bson> conditions = new ArrayList<>();
        if (!kinds.isEmpty()) {
            List<String> known = kinds.stream()
                    .map(it -> Parameters.oneOf("kind", it, SecurityKind.class).name())
                    .toList();
            conditions.add(Filters.in(SecurityLog.KIND, known));
        }
        if (actor != null) {
            conditions.add(Filters.eq(SecurityLog.ACTOR, actor));
        }
        if (after != null) {
            conditions.add(NEWEST_FIRST.after(List.of(after.whole(0), after.key(1))));
        }
        return conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
    }
}
