/** What queries have in common: how parameters are read and refused, pages and cursors, answers for unknown ids. */
@NullMarked
package io.jiayou.parameters;

import org.jspecify.annotations.NullMarked;
