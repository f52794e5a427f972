package io.jiayou.outside;

/** It's known that something doesn't answer, so it wasn't asked. */
public final class DependencyAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String dependency;

    DependencyAway(String dependency, Absence absence) {
        super(dependency + " is away since " + absence.since() + ": " + absence.why(), null, false, false);
        this.dependency = dependency;
    }

    /** Its name. */
    public String dependency() {
        return dependency;
    }
}
