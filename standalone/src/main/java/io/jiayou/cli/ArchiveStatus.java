package io.jiayou.cli;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Said;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** How the archives stand, for people: what {@code GET /api/backups} says in a line each. */
final class ArchiveStatus {

    private ArchiveStatus() {}

    static void print(JsonNode backups) {
        backups.path("targets").forEach(target -> Say.line("{0}", ofTarget(target)));
        JsonNode drill = backups.path("lastDrill");
        if (drill.isObject()) {
            Say.line(
                    "last drill {0} of {1}: {2}",
                    drill.path("at").asString(""),
                    drill.path("target").asString(""),
                    drill.path("equal").asBoolean() ? Detail.of("equal") : Detail.of("NOT EQUAL to the live system"));
        } else {
            Say.line("no drill yet: ./jiayou drill --identity KIT");
        }
        Said drills = backups.hasNonNull("nextDrill")
                ? reader -> backups.path("nextDrill").asString("-")
                : Detail.of("not planned here");
        Say.line(
                "next full backup {0}, next drill {1}", backups.path("nextFull").asString("-"), drills);
    }

    private static Said ofTarget(JsonNode target) {
        long segments = target.path("segments").asLong(-1);
        long behind = target.path("behind").asLong();
        return Detail.of(
                "archive {0}: {1}, {2}; {3}{4}",
                target.path("target").asString(""),
                segments < 0 ? Detail.of("not reached yet") : ofSegments(segments, target),
                behind == 0
                        ? Detail.of("nothing behind")
                        : Detail.of(
                                "{0} events behind for {1}",
                                behind,
                                Duration.ofSeconds(target.path("waitingSeconds").asLong())),
                target.hasNonNull("lastFull")
                        ? Detail.of(
                                "full backup {0} of {1}",
                                Long.toString(target.path("sets").asLong() - 1),
                                target.path("lastFull").asString(""))
                        : Detail.of("no full backup yet"),
                target.hasNonNull("error") ? "; " + target.path("error").asString("") : "");
    }

    private static Said ofSegments(long segments, JsonNode target) {
        return segments == 0
                ? Detail.of("no segment yet")
                : Detail.of(
                        "last segment {0} up to event {1} of {2}",
                        Long.toString(segments - 1),
                        Long.toString(target.path("events").asLong()),
                        target.path("lastEvent").asString(""));
    }
}
