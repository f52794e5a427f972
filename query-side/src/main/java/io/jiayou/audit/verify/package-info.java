/** Verifying without the system: nothing here needs a server, a database or a secret. */
@NullMarked
package io.jiayou.audit.verify;

import org.jspecify.annotations.NullMarked;
