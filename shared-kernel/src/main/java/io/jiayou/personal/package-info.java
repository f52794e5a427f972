/** Which fields of events are about a person, and the form in which they are stored: sealed under that person's key. */
@NullMarked
package io.jiayou.personal;

import org.jspecify.annotations.NullMarked;
