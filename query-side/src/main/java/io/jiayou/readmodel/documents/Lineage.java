package io.jiayou.readmodel.documents;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A read model's generations.
 *
 * @param live answers queries; none before the first fill has ended
 * @param previous was live before, and is kept for a way back
 * @param built is being filled by some node
 * @param claimedUntil when that node's claim ends unless it's renewed
 */
public record Lineage(
        String model,
        @Nullable Generation live,
        @Nullable Generation previous,
        @Nullable Generation built,
        @Nullable Instant claimedUntil) {

    static Lineage of(Document document) {
        String model = document.getString("_id");
        Document build = document.get("build", Document.class);
        return new Lineage(
                model,
                generation(model, document.getInteger("live")),
                generation(model, document.getInteger("previous")),
                build == null ? null : generation(model, build.getInteger("number")),
                build == null ? null : build.getDate("until").toInstant());
    }

    /** Whether anything still needs the generation at this moment. */
    public boolean keeps(Generation generation, Instant now) {
        return isClaimed(now) && generation.equals(built)
                || Stream.of(Optional.ofNullable(live), Optional.ofNullable(previous))
                        .flatMap(Optional::stream)
                        .anyMatch(generation::equals);
    }

    /** Whether some node is at the next generation at this moment, by the store's clock. */
    public boolean isClaimed(Instant now) {
        return claimedUntil != null && Claims.holds(claimedUntil, now);
    }

    private static @Nullable Generation generation(String model, @Nullable Integer number) {
        return number == null ? null : new Generation(model, number);
    }
}
