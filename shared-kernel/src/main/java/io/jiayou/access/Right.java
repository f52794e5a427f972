package io.jiayou.access;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a rule: {@code agent}, {@code driver:own}, {@code machine/pump:own}.
 *
 * @param scope which a machine's key must have; none for people
 * @param own whether it holds only for what is one's own
 */
public record Right(Role role, @Nullable Scope scope, boolean own) {

    private static final String OWN = ":own";

    static Right parse(String text) {
        boolean own = text.endsWith(OWN);
        String[] names = (own ? text.substring(0, text.length() - OWN.length()) : text).split("/", 2);
        Role role = Role.of(names[0]).orElseThrow(() -> new IllegalArgumentException("no role is called " + names[0]));
        if ((role == Role.MACHINE) != (names.length == 2)) {
            throw new IllegalArgumentException("machines, and they alone, have a scope: " + text);
        }
        return new Right(role, names.length == 2 ? scope(names[1]) : null, own);
    }

    private static Scope scope(String code) {
        return Scope.of(code).orElseThrow(() -> new IllegalArgumentException("no scope is called " + code));
    }

    boolean isOf(Caller caller) {
        return role == caller.role() && (scope == null || caller.scopes().contains(scope));
    }

    @Override
    public String toString() {
        return role.code() + (scope == null ? "" : "/" + scope.code()) + (own ? OWN : "");
    }
}
