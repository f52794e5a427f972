package io.jiayou.command;

import io.jiayou.access.Caller;

/** By what right a command is sent. */
public sealed interface Authority {

    /** The system itself, or what it does in somebody's name: may send everything. */
    Authority SYSTEM = new OfSystem();

    /** Somebody who proved nothing. */
    Authority NOBODY = new OfNobody();

    /** The system's own right. */
    record OfSystem() implements Authority {}

    /** No right but that of everybody. */
    record OfNobody() implements Authority {}

    /** The right of somebody with a token. */
    record OfCaller(Caller caller) implements Authority {}
}
