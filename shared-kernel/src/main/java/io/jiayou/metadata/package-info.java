/** What every event says about itself besides its payload: who, through which channel, caused by what, and when. */
@NullMarked
package io.jiayou.metadata;

import org.jspecify.annotations.NullMarked;
