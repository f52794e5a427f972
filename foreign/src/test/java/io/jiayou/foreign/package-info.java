/** Programs that nobody here wrote, against the API's document and the system that serves it. */
@NullMarked
package io.jiayou.foreign;

import org.jspecify.annotations.NullMarked;
