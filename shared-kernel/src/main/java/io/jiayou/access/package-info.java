/** Who may do what: roles, scopes, and the one table of rights that both sides enforce. */
@NullMarked
package io.jiayou.access;

import org.jspecify.annotations.NullMarked;
