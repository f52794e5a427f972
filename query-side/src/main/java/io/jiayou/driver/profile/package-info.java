/** A driver's profile with vehicles: the read model and its query. */
@NullMarked
package io.jiayou.driver.profile;

import org.jspecify.annotations.NullMarked;
