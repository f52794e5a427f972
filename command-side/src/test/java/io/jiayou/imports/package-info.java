/** What the tests of imports share: a running command side, a client for it, and the public data if it is there. */
@NullMarked
package io.jiayou.imports;

import org.jspecify.annotations.NullMarked;
