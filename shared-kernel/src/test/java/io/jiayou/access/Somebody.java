package io.jiayou.access;

import java.util.Set;

/** Callers of every kind, for tests. */
final class Somebody {

    private Somebody() {}

    static Caller driver(String id) {
        return new Caller("driver:" + id, Role.DRIVER, id, null, Set.of(), "s1");
    }

    static Caller attendantOf(String station) {
        return new Caller("a1", Role.ATTENDANT, null, station, Set.of(), "s1");
    }

    static Caller agent() {
        return new Caller("a2", Role.AGENT, null, null, Set.of(), "s1");
    }

    static Caller machine(Scope... scopes) {
        return new Caller("k1", Role.MACHINE, null, null, Set.of(scopes), "s1");
    }

    static Caller machineOf(String station, Scope... scopes) {
        return new Caller("k1", Role.MACHINE, null, station, Set.of(scopes), "s1");
    }
}
