package io.jiayou.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which role somebody acts. The codes are part of tokens, of event metadata and of the table of rights. */
public enum Role {
    /** A person who buys fuel; acts for one driver id. */
    DRIVER,
    /** Works at one station. */
    ATTENDANT,
    /** Runs one station. */
    MANAGER,
    /** Answers feedback. */
    AGENT,
    /** Sets the prices of all stations, opens and closes them, reads their figures. */
    HEAD_OFFICE,
    /** Reads the history, never writes. */
    AUDITOR,
    /** Runs the system: accounts, imports, rebuilds. */
    OPERATIONS,
    /** A program with a key: may only what its scopes say. */
    MACHINE,
    /** Staff with a password but without what their role needs besides: may only complete their login. */
    NEWCOMER;

    /** The stable code: {@code head-office}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of a code; none for anything else. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    /** Whether it is bound to one station. */
    public boolean isOfStation() {
        return this == ATTENDANT || this == MANAGER;
    }

    /** Whether people hold it by an account with a name and a password. */
    public boolean isOfStaff() {
        return this != DRIVER && this != MACHINE && this != NEWCOMER;
    }
}
