package io.jiayou.archive.manifest;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed note whose text is one line of canonical JSON (RFC 8785): members sorted, no white space. It has exactly one
 * signature, so that one statement has one form to the last byte, and its hash can be trusted to name it.
 */
public final class SignedJson {

    /** The version of all forms but one that is written, and the newest that is read. */
    public static final int FORMAT = 1;

    /** What is wrong with a note of somebody else's. */
    public static final String NOT_TRUSTED = "it isn't signed by a key of the archive that is trusted";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .build();

    private SignedJson() {}

    /** The bytes of the note. */
    public static byte[] sign(Object statement, NoteSigner signer) {
        String text = JSON.writeValueAsString(statement) + "\n";
        return Note.sign(text, signer).format().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a statement that this key has signed, as {@link #read(byte[], Class, String, Signers, Place)}. */
    public static <T> T read(byte[] bytes, Class<T> form, String kind, NoteVerifier key, Place place) {
        return read(bytes, form, kind, Signers.of(key), place);
    }

    /**
     * Reads a statement that one of the keys has signed.
     *
     * @param kind what its member of this name has to say
     * @param place for what is thrown
     * @throws ArchiveException ALTERED, WRONG_KEY, NEWER_FORMAT, or SWAPPED for a statement of another kind
     */
    public static <T> T read(byte[] bytes, Class<T> form, String kind, Signers keys, Place place) {
        String text = verified(bytes, keys, place);
        try {
            JsonNode json = JSON.readTree(text);
            if (json.path("format").asInt(0) > newest(kind)) {
                throw new ArchiveException(
                        ArchiveVerdict.NEWER_FORMAT, place, "a later version wrote this in a format of its own");
            }
            if (!json.path("kind").asString("").equals(kind)) {
                throw new ArchiveException(
                        ArchiveVerdict.SWAPPED, place, "this is signed, and not a note of this kind");
            }
            T statement = JSON.treeToValue(json, form);
            if (hasNull(json) || !(JSON.writeValueAsString(statement) + "\n").equals(text)) {
                throw altered(place, "what is signed isn't in its canonical form", null);
            }
            return statement;
        } catch (JacksonException e) {
            throw altered(place, "what is signed isn't of the expected form", e);
        }
    }

    private static int newest(String kind) {
        return kind.equals(PrunedSet.KIND) ? PrunedSet.FORMAT : FORMAT;
    }

    private static String verified(byte[] bytes, Signers keys, Place place) {
        try {
            Note note = Note.parse(bytes);
            note.verify(keys.keys());
            if (note.signatures().size() != 1
                    || !Arrays.equals(note.format().getBytes(StandardCharsets.UTF_8), bytes)) {
                throw altered(place, "something was added to a signed note", null);
            }
            return note.text();
        } catch (VerificationException e) {
            if (e.verdict() == Verdict.NO_TRUSTED_SIGNATURE) {
                throw new ArchiveException(ArchiveVerdict.WRONG_KEY, place, NOT_TRUSTED, e);
            }
            throw altered(place, "it isn't what was signed", e);
        }
    }

    private static boolean hasNull(JsonNode json) {
        return json.isNull() || json.values().stream().anyMatch(SignedJson::hasNull);
    }

    private static ArchiveException altered(
            Place place, String message, @org.jspecify.annotations.Nullable Exception cause) {
        return cause == null
                ? new ArchiveException(ArchiveVerdict.ALTERED, place, message)
                : new ArchiveException(ArchiveVerdict.ALTERED, place, message, cause);
    }
}
