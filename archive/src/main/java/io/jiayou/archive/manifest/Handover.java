package io.jiayou.archive.manifest;

import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.NoteVerifier;

/**
 * Says that another key signs from now on. It is of no archive: one key signs the archives on all targets.
 *
 * @param format the version of this form
 * @param key the verifier key (C2SP signed-note) of the one that takes over
 * @param kind {@code handover}
 * @param number from 0, without gaps
 */
public record Handover(int format, String key, String kind, long number) {

    public static final String KIND = "handover";

    public Handover(long number, NoteVerifier next) {
        this(SignedJson.FORMAT, next.key().vkey(), KIND, number);
    }

    /** The note by which a key gives its place to the next; the same bytes whenever it is made. */
    public static byte[] note(long number, NoteSigner from, NoteVerifier next) {
        return SignedJson.sign(new Handover(number, next), from);
    }
}
