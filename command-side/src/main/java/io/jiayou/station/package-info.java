/** A station as its events made it: what the rules of stations and orders look at. */
@NullMarked
package io.jiayou.station;

import org.jspecify.annotations.NullMarked;
