/** A small read model of its own and real stores, for tests of the read models' platform. */
@NullMarked
package io.jiayou.readmodel.testing;

import org.jspecify.annotations.NullMarked;
