package io.jiayou.cli;

import tools.jackson.databind.JsonNode;

/** How the archives stand, for people: what {@code GET /api/backups} says in a line each. */
final class ArchiveStatus {

    private ArchiveStatus() {}

    static void print(JsonNode backups) {
        backups.path("targets").forEach(target -> System.out.println(ofTarget(target)));
        JsonNode drill = backups.path("lastDrill");
        System.out.println(
                drill.isObject()
                        ? "last drill %s of %s: %s"
                                .formatted(
                                        drill.path("at").asString(""),
                                        drill.path("target").asString(""),
                                        drill.path("equal").asBoolean() ? "equal" : "NOT EQUAL to the live system")
                        : "no drill yet: ./jiayou drill --identity KIT");
        System.out.println("next full backup " + backups.path("nextFull").asString("-") + ", next drill "
                + backups.path("nextDrill").asString("not planned here"));
    }

    private static String ofTarget(JsonNode target) {
        long segments = target.path("segments").asLong(-1);
        long behind = target.path("behind").asLong();
        return "archive %s: %s, %s%s%s"
                .formatted(
                        target.path("target").asString(""),
                        segments < 0 ? "not reached yet" : ofSegments(segments, target),
                        behind == 0
                                ? "nothing behind"
                                : "%,d events behind for %d s"
                                        .formatted(
                                                behind,
                                                target.path("waitingSeconds").asLong()),
                        target.hasNonNull("lastFull")
                                ? "; full backup %d of %s"
                                        .formatted(
                                                target.path("sets").asLong() - 1,
                                                target.path("lastFull").asString(""))
                                : "; no full backup yet",
                        target.hasNonNull("error") ? "; " + target.path("error").asString("") : "");
    }

    private static String ofSegments(long segments, JsonNode target) {
        return segments == 0
                ? "no segment yet"
                : "last segment %d up to event %,d of %s"
                        .formatted(
                                segments - 1,
                                target.path("events").asLong(),
                                target.path("lastEvent").asString(""));
    }
}
