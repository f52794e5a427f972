package io.jiayou.readmodel.testing;

import io.jiayou.readmodel.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What happened to a driver: enough shapes to notice a document that lost something on its way. */
public record Tally(
        @BsonId String driverId,
        String name,
        List<String> plates,
        Map<String, Long> eventsByHour,
        long sum,
        @Nullable String lastPlate,
        Instant changedAt,
        long position)
        implements View {

    @Override
    public String id() {
        return driverId;
    }
}
