package io.jiayou.audit.report;

import io.jiayou.access.Role;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Said;

/** What people call the roles of actors. */
final class Roles {

    private Roles() {}

    /** @param code of a role, or what stands in its place where nobody logs in */
    static Said of(String code) {
        return Role.of(code).<Said>map(Roles::of).orElseGet(() -> switch (code) {
            case "system" -> Detail.of("the system itself");
            case "anonymous" -> Detail.of("nobody known");
            default -> reader -> code;
        });
    }

    private static Detail of(Role role) {
        return switch (role) {
            case DRIVER -> Detail.of("driver");
            case ATTENDANT -> Detail.of("attendant");
            case MANAGER -> Detail.of("station manager");
            case AGENT -> Detail.of("support agent");
            case HEAD_OFFICE -> Detail.of("head office");
            case AUDITOR -> Detail.of("auditor");
            case OPERATIONS -> Detail.of("operations");
            case MACHINE -> Detail.of("program with a key");
            case NEWCOMER -> Detail.of("newcomer");
        };
    }
}
