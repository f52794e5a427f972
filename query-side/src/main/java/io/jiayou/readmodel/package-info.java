/** Read models: what they are, how events reach their documents, how they are kept, rebuilt and read. */
@NullMarked
package io.jiayou.readmodel;

import org.jspecify.annotations.NullMarked;
