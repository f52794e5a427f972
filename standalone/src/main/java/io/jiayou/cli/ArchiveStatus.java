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
                    drill.path("at").asString(""), drill.path("target").asString(""), found(drill));
        } else {
            Say.line("no drill yet: ./jiayou drill --identity KIT");
        }
        Said drills = backups.hasNonNull("nextDrill")
                ? reader -> backups.path("nextDrill").asString("-")
                : Detail.of("not planned here");
        Say.line(
                "next full backup {0}, next drill {1}", backups.path("nextFull").asString("-"), drills);
    }

    static Said found(JsonNode drill) {
        if (drill.hasNonNull("error")) {
            return Detail.of("could not be compared: {0}", drill.path("error").asString(""));
        }
        return drill.path("equal").asBoolean() ? Detail.of("equal") : Detail.of("NOT EQUAL to the live system");
    }

    static Said ofTarget(JsonNode target) {
        String name = target.path("target").asString("");
        String error = target.hasNonNull("error") ? "; " + target.path("error").asString("") : "";
        long segments = target.path("segments").asLong(-1);
        if (segments < 0) {
            return Detail.of(
                    "archive {0}: not reached yet, so it isn't known what it holds and what it lacks{1}", name, error);
        }
        long behind = target.path("behind").asLong();
        return Detail.of(
                "archive {0}: {1}, {2}; {3}{4}",
                name,
                ofSegments(segments, target),
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
                error);
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
