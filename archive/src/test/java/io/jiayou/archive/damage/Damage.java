package io.jiayou.archive.damage;

import java.util.Set;

/**
 * What was done.
 *
 * @param files whose contents aren't what they were, or that are gone
 */
public record Damage(DamageKind kind, Set<String> files) {}
