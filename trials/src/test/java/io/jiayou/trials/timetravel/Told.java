package io.jiayou.trials.timetravel;

import io.jiayou.readmodel.View;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** A document that says what happened to it. */
public record Told(@BsonId String name, List<String> events, long position) implements View {

    @Override
    public String id() {
        return name;
    }
}
