/** What every event says about itself besides its payload: its stored name, who, through which channel, when. */
@NullMarked
package io.jiayou.metadata;

import org.jspecify.annotations.NullMarked;
