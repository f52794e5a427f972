/** A second opinion: a client written from the specifications alone, which uses no class of the main code. */
@NullMarked
package io.jiayou.transparency.independent;

import org.jspecify.annotations.NullMarked;
