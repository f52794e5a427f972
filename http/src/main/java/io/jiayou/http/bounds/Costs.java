package io.jiayou.http.bounds;

/** What one of each takes of the heap, in bytes; a test measures those of rows, the trial of a siege all of them together. */
final class Costs {

    /** Buffers of 16 KB for a head, 8 KB for an answer's, 8 KB each to read and write, and what stands around them. */
    static final long CONNECTION = 65_536;

    /** A body of the usual limit as text of two bytes a character, once in the parser and once in what is read. */
    static final long BODY = 262_144;

    /** Argon2id with 19 MiB. */
    static final long HASH = 20L * 1024 * 1024;

    /**
     * What a report, a comparison or a page of the history may take while it's being made, with what is left of it to be collected.
     * Only for who was checked, so it isn't part of what may be taken before.
     */
    static final long COMPUTATION = 160L * 1024 * 1024;

    /** A key, what it owes, and an entry of a map. */
    static final long ROW = 256;

    /** Requests and logins by address, each also by network, and actors: people and machines. */
    static final int TABLES = 6;

    /** A station with its names, what finds it among others, and its id. */
    static final long IMPORT_LINE = 1_024;

    private Costs() {}
}
