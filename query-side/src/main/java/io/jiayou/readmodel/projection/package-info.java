/** How events reach the documents while the system runs: one processor per read model and generation. */
@NullMarked
package io.jiayou.readmodel.projection;

import org.jspecify.annotations.NullMarked;
