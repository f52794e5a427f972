package io.jiayou.retention.recordpruning;

import io.jiayou.command.Aggregates;
import io.jiayou.retention.PrunedArchive;
import io.jiayou.retention.PrunedArchiveAggregate;
import io.jiayou.retention.events.RetentionEvent;
import io.jiayou.retention.events.SetPruned;
import io.jiayou.rules.Rule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Decides on {@link RecordPruning}. */
@Component
public class RecordPruningHandler {

    private final Aggregates<PrunedArchiveAggregate, PrunedArchive, RetentionEvent> archives;

    public RecordPruningHandler(Aggregates<PrunedArchiveAggregate, PrunedArchive, RetentionEvent> archives) {
        this.archives = archives;
    }

    @CommandHandler
    void handle(RecordPruning command) {
        archives.decideNew(command.archiveId(), archive -> decide(archive, command));
    }

    static List<RetentionEvent> decide(PrunedArchive archive, RecordPruning command) {
        String recorded = archive.pruned().get(command.set());
        if (recorded != null) {
            Rule.PRUNING_DIFFERS.require(
                    recorded.equals(command.setSha256()), "set {0} was recorded with another hash", command.set());
            return List.of();
        }
        return List.of(new SetPruned(
                command.archiveId(),
                command.set(),
                command.setSha256(),
                command.target(),
                command.rule(),
                command.by(),
                command.at()));
    }
}
