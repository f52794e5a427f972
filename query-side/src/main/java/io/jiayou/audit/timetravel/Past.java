package io.jiayou.audit.timetravel;

import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import java.util.List;

/**
 * A document as it was.
 *
 * @param events what was folded into it, at least one, in their order
 */
public record Past<V extends View>(V view, List<RecordedEvent> events) {}
