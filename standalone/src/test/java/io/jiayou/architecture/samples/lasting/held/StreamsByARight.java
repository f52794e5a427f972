package io.jiayou.architecture.samples.lasting.held;

import io.jiayou.http.lasting.Lasting;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

record StreamsByARight(SseEmitter stream, Lasting lasting) {}
