/** Which sets stay, and how the others go. */
@NullMarked
package io.jiayou.archive.backup;

import org.jspecify.annotations.NullMarked;
