package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.projection.Positions;
import io.jiayou.readmodel.projection.Processors;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What rebuilding works with.
 *
 * @param documentsInMemory how many documents a rebuild may keep in memory, all its read models together
 * @param inHand generations that are worked on here though they aren't live
 */
public record Workshop(
        Catalogue models,
        History history,
        Generations generations,
        Processors processors,
        Positions positions,
        Clock clock,
        int documentsInMemory,
        Set<Generation> inHand) {

    public Workshop(
            Catalogue models,
            History history,
            Generations generations,
            Processors processors,
            Positions positions,
            Clock clock,
            int documentsInMemory) {
        this(
                models,
                history,
                generations,
                processors,
                positions,
                clock,
                documentsInMemory,
                ConcurrentHashMap.newKeySet());
    }

    boolean isInHand(Generation generation) {
        return inHand.contains(generation);
    }
}
