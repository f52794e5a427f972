/** How events are stored: stable names, revisions, JSON. */
@NullMarked
package io.jiayou.serialization;

import org.jspecify.annotations.NullMarked;
