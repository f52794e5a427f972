/** Tests of a command side whose credentials and keys of persons lie in a database. */
@NullMarked
package io.jiayou.secrets;

import org.jspecify.annotations.NullMarked;
