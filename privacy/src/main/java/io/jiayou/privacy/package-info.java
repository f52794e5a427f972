/** A key per person: what is personal is sealed under it before it's stored, and erased with it. */
@NullMarked
package io.jiayou.privacy;

import org.jspecify.annotations.NullMarked;
