package io.jiayou.http.bounds;

import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Everything that a request can take before it was checked, and how much of it there is: each bound is a defence, which has a
 * name, follows from the heap and the processors unless its setting says otherwise, and can be put out of reach. What all of them
 * together may take of the heap is in {@link Bounds#memory()}. What only those can take who were checked, imports and answers
 * that take long, is bounded in the same way and isn't in that sum.
 */
public enum Bound {
    CONNECTIONS(
            "jiayou.bounds.connections",
            Unit.COUNT,
            machine -> machine.heap() / 11 / Costs.CONNECTION,
            1_000_000,
            "open connections; when all places are taken, the address that has the most gives one up, on which no"
                    + " request came yet, for one that has fewer"),
    CONNECTIONS_PER_ADDRESS(
            "jiayou.bounds.connections-per-address",
            Unit.COUNT,
            machine -> Math.max(16, Bound.CONNECTIONS.usual(machine) / 11),
            1_000_000,
            "of them from one address, or one IPv6 network of 64 bits; further ones are closed at once. Trusted"
                    + " proxies and unlimited addresses have no such bound"),
    HEAD_SIZE(
            "jiayou.bounds.head-size",
            Unit.BYTES,
            machine -> 16_384,
            1_048_576,
            "a request's line and headers as the server takes them in, else 400; `jiayou.http.header-limit` says what"
                    + " is answered"),
    HEAD_TIME(
            "jiayou.bounds.head-time",
            Unit.SECONDS,
            machine -> 10,
            86_400,
            "from a connection's first byte, or the end of the request before, to the end of a request's head; then it"
                    + " is closed"),
    IDLE_TIME("jiayou.bounds.idle-time", Unit.SECONDS, machine -> 30, 86_400, "a connection between two requests"),
    SILENCE(
            "jiayou.bounds.silence",
            Unit.SECONDS,
            machine -> 10,
            86_400,
            "until a connection's first byte, between two bytes of a body, and until a client takes the next bytes of"
                    + " an answer"),
    BODY_SIZE(
            "jiayou.http.body-limit",
            Unit.BYTES,
            machine -> 65_536,
            1_073_741_824,
            "a body, by whatever way it is read and whether its length was announced or not; else 413"
                    + " `body-too-large`"),
    BODY_TIME(
            "jiayou.bounds.body-time",
            Unit.SECONDS,
            machine -> 20,
            86_400,
            "from a body's first byte to its last, else 400; forms for imports aside"),
    BODIES_AT_ONCE(
            "jiayou.bounds.bodies-at-once",
            Unit.COUNT,
            machine -> machine.heap() / 32 / Costs.BODY,
            1_000_000,
            "bodies that are being read, else 503; an address may have a quarter of them"),
    IMPORT_LINES(
            "jiayou.bounds.import-lines",
            Unit.COUNT,
            machine -> machine.heap() / 3 / Costs.IMPORT_LINE,
            1_000_000_000,
            "lines of each file of an import that are kept in memory, else 413 `body-too-large`; there is one import at a"
                    + " time, further ones get 503. Takes memory only of who has the right to import"),
    FORM_SIZE(
            "jiayou.bounds.form-size",
            Unit.BYTES,
            machine -> 0,
            1_073_741_824,
            "`multipart/*` outside `/api/imports/`, else 415; the server would write its parts to disk"),
    HASHES_AT_ONCE(
            "jiayou.bounds.hashes-at-once",
            Unit.COUNT,
            machine -> Math.max(1, Math.min(machine.cores() / 2, machine.heap() / 16 / Costs.HASH)),
            64,
            "passwords that are being hashed, by threads of a lower priority"),
    HASHES_WAITING(
            "jiayou.bounds.hashes-waiting",
            Unit.COUNT,
            machine -> 16 * Bound.HASHES_AT_ONCE.usual(machine),
            1_000_000,
            "passwords that wait for that, else 503 `unavailable`, whether there is such an account or not"),
    COMPUTATIONS_AT_ONCE(
            "jiayou.bounds.computations-at-once",
            Unit.COUNT,
            machine -> Math.max(1, Math.min(machine.cores(), machine.heap() / Costs.COMPUTATION)),
            1_000_000,
            "answers that take long to compute and are being worked on, of which an actor may have half; others wait up"
                    + " to 10 s, then 503 `unavailable`, and so does who has eight begun for each of its places"),
    ADDRESSES(
            "jiayou.bounds.addresses",
            Unit.COUNT,
            machine -> machine.heap() / 32 / Costs.TABLES / Costs.ROW,
            1_000_000_000,
            "addresses, networks or actors with requests that count against a rate, in each of " + Costs.TABLES
                    + " tables; who is new beyond that shares one rate with all others who are"),
    REQUESTS_PER_ADDRESS(
            "jiayou.perimeter.requests-per-address",
            Unit.PER_MINUTE,
            machine -> 3_000,
            0,
            "of an IPv4 address, or an IPv6 network of 64 bits; many phones share one. An IPv6 network of 48 bits may"
                    + " send four times as many"),
    LOGINS_PER_ADDRESS(
            "jiayou.perimeter.logins-per-address",
            Unit.PER_MINUTE,
            machine -> 30,
            0,
            "`POST /api/sessions/…` but refreshing, besides the accounts' own locks; networks as above"),
    REQUESTS_PER_ACTOR(
            "jiayou.perimeter.requests-per-actor",
            Unit.PER_MINUTE,
            machine -> 600,
            0,
            "of a person, over all sessions and addresses"),
    REQUESTS_PER_MACHINE(
            "jiayou.perimeter.requests-per-machine", Unit.PER_MINUTE, machine -> 12_000, 0, "of a program's key"),
    STACK_TRACES(
            "jiayou.bounds.stack-traces",
            Unit.PER_MINUTE,
            machine -> 1,
            1_000_000,
            "stack traces of one class of exception in the log; further ones are a line"),
    LOG_LINES(
            "jiayou.bounds.log-lines",
            Unit.PER_MINUTE,
            machine -> 300,
            1_000_000,
            "lines of one logger; how many more there were is told in one"),
    LOG_SIZE(
            "jiayou.bounds.log-size",
            Unit.BYTES,
            machine -> 67_108_864,
            1_099_511_627_776L,
            "all files of `jiayou.log` together: they rotate by size"),
    ACCESS_LOG_SIZE(
            "jiayou.bounds.access-log-size",
            Unit.BYTES,
            machine -> 67_108_864,
            1_099_511_627_776L,
            "all files of the access log together, where `jiayou.access-log.file` names one: it rotates by size");

    /** What a value counts. */
    public enum Unit {
        COUNT,
        BYTES,
        SECONDS,
        PER_MINUTE
    }

    private final String setting;
    private final Unit unit;
    private final ToLongFunction<Machine> usual;
    private final long outOfReach;
    private final String meaning;

    Bound(String setting, Unit unit, ToLongFunction<Machine> usual, long outOfReach, String meaning) {
        this.setting = setting;
        this.unit = unit;
        this.usual = usual;
        this.outOfReach = outOfReach;
        this.meaning = meaning;
    }

    /** What the defence is called: {@code connections-per-address}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The property that says another value. */
    public String setting() {
        return setting;
    }

    public Unit unit() {
        return unit;
    }

    /** What holds where nothing is set. */
    public long usual(Machine machine) {
        return usual.applyAsLong(machine);
    }

    /** A value with which the bound bounds nothing; a system that has it lacks this one defence. */
    public long outOfReach() {
        return outOfReach;
    }

    /** The setting with that value: {@code jiayou.bounds.head-time=86400s}. */
    public String putOutOfReach() {
        String suffix =
                switch (unit) {
                    case BYTES -> "B";
                    case SECONDS -> "s";
                    case COUNT, PER_MINUTE -> "";
                };
        return setting + "=" + outOfReach + suffix;
    }

    /** For documents: what there may be so much of, and what becomes of more. */
    public String meaning() {
        return meaning;
    }
}
