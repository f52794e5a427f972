/** What becomes of a contact when whoever has it shows it. */
@NullMarked
package io.jiayou.driver.settlecontact;

import org.jspecify.annotations.NullMarked;
