package io.jiayou.access;

/** Finds out whose things are. Each side knows it from what it has: one from events, the other from read models. */
public interface Owners {

    /** Whose the thing with this id is; {@link Owner#NOBODY} if there is none. */
    Owner of(Kind kind, String id);
}
