/** Sessions: they begin with a login, go on by refresh tokens, and end. */
@NullMarked
package io.jiayou.identity.sessions;

import org.jspecify.annotations.NullMarked;
