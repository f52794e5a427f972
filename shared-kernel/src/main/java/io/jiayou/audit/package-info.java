/** What auditors prove things about: events in the form that every store gives back alike. */
@NullMarked
package io.jiayou.audit;

import org.jspecify.annotations.NullMarked;
