package io.jiayou.backup;

import io.jiayou.backup.Archives.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/backups}: takes a full backup on every target, or on the one that is named, and answers when it is there. */
@Component
@ConditionalOnProperty({"jiayou.audit.directory", "jiayou.archive.targets"})
@Endpoint(id = "backups")
class BackupEndpoint {

    private final BackupKeeper keeper;

    BackupEndpoint(BackupKeeper keeper) {
        this.keeper = keeper;
    }

    /**
     * What became of it on one target.
     *
     * @param set its number; none if it failed
     * @param events how many it covers
     * @param error why there is none
     */
    record Taken(
            String target,
            @Nullable Long set,
            @Nullable Long events,
            @Nullable String error) {

        static Taken of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Taken taken ->
                    new Taken(taken.target(), taken.set().number(), taken.set().events(), null);
                case Outcome.Failed failed -> new Taken(failed.target(), null, null, failed.reason());
            };
        }
    }

    /** On all targets. */
    record Answer(List<Taken> targets) {}

    @WriteOperation
    Answer takeNow(@Nullable String target) {
        return new Answer((target == null ? keeper.takeSets() : keeper.takeSet(target))
                .stream().map(Taken::of).toList());
    }
}
