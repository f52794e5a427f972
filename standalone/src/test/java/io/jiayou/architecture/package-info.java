/** The architecture's rules, each with samples that break it and a proof that it looks at real code. */
@NullMarked
package io.jiayou.architecture;

import org.jspecify.annotations.NullMarked;
