package io.jiayou.architecture.samples.lasting.forgotten;

import io.jiayou.architecture.Breaks;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Breaks
record StreamsForEver(SseEmitter stream) {}
