/** The API's document as a contract: what is answered is held against it, and it against the last one that was released. */
@NullMarked
package io.jiayou.acceptance.contract;

import org.jspecify.annotations.NullMarked;
