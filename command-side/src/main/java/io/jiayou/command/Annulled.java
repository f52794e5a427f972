package io.jiayou.command;

/** Stands in an aggregate's stream for an event that is annulled: its place is counted, and nothing happens. */
record Annulled() {

    static final Annulled EVENT = new Annulled();
}
