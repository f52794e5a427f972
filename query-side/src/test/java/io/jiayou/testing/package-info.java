/** What tests of read models and their queries begin with. */
@NullMarked
package io.jiayou.testing;

import org.jspecify.annotations.NullMarked;
