/** Staff log in by a password and a second factor. */
@NullMarked
package io.jiayou.identity.stafflogin;

import org.jspecify.annotations.NullMarked;
