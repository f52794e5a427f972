/** Changes stored events behind the system's back, and looks whether the verifier says where. */
@NullMarked
package io.jiayou.trials.tampering;

import org.jspecify.annotations.NullMarked;
