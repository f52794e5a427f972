/** The query side as an application: how it is put together and how its HTTP answers wait for what a client wrote. */
@NullMarked
package io.jiayou.query;

import org.jspecify.annotations.NullMarked;
