/** What happens to drivers and to the identifiers that they claim. */
@NullMarked
package io.jiayou.driver.events;

import org.jspecify.annotations.NullMarked;
