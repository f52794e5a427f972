package io.jiayou.archive.manifest;

/** What an attachment is, since not all of them may stay equally long. */
public enum AttachmentKind {
    /** Stays as long as its set. */
    FILE,
    /** Key material: is gone after a time of its own, so that no old set revives a key. */
    KEYS,
    /** What was erased, one opaque entry per line: whoever restores has to erase it again. */
    ERASURES
}
