/** Read models as they stood at past moments: made, asked, compared and dropped. */
@NullMarked
package io.jiayou.audit.pasts;

import org.jspecify.annotations.NullMarked;
