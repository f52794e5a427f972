/** How events are stored: stable names, revisions, JSON, and how earlier revisions are read. */
@NullMarked
package io.jiayou.serialization;

import org.jspecify.annotations.NullMarked;
