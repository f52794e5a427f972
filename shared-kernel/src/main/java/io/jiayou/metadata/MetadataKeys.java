package io.jiayou.metadata;

/** The keys of an event's metadata. All values are strings, so that every event store keeps them alike. */
public final class MetadataKeys {

    /** Who sent the command: an id, or {@code anonymous}. */
    public static final String ACTOR = "actor";
    /** In which role: the code of a {@link io.jiayou.access.Role}, {@code anonymous} or {@code system}. */
    public static final String ROLE = "role";
    /** Through which channel: mini-program, console, import, demo. */
    public static final String CHANNEL = "channel";
    /** The session in which the actor proved who they are; absent where nobody did. */
    public static final String SESSION = "session";
    /** The network that a login came from ({@code 203.0.113.0/24}); on events of logging in alone, absent elsewhere. */
    public static final String NETWORK = "network";
    /** The request or job that all this belongs to. */
    public static final String CORRELATION_ID = "correlationId";
    /** The id of the message that directly caused this one. */
    public static final String CAUSATION_ID = "causationId";

    private MetadataKeys() {}
}
