package io.jiayou.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jiayou.identity.wechatlogin.WechatApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * STAND-IN, not WeChat: answers {@code GET /sns/jscode2session} on 127.0.0.1 as WeChat documents it, so that logging in
 * can be tried without an account there. A code is {@code stand-in.<person>.<anything>} and good for one time; each
 * person has one openid. Whoever reaches this machine can be anybody: it never runs beside real credentials.
 */
final class StandInWechat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StandInWechat.class);
    private static final Pattern CODE = Pattern.compile("stand-in\\.([A-Za-z0-9]{1,32})\\.[A-Za-z0-9-]{1,64}");
    private static final String APP_ID = "stand-in";
    private static final String SECRET = "stand-in";

    private final HttpServer server;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private StandInWechat(HttpServer server) {
        this.server = server;
    }

    static StandInWechat start() {
        try {
            StandInWechat wechat =
                    new StandInWechat(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            wechat.server.createContext("/sns/jscode2session", wechat::answer);
            wechat.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            wechat.server.start();
            LOG.warn("A STAND-IN takes WeChat's place at {}: anybody can log in as anybody", wechat.app());
            return wechat;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WechatApp app() {
        return new WechatApp("http://127.0.0.1:" + server.getAddress().getPort(), APP_ID, SECRET);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] answer =
                answer(parameters(exchange.getRequestURI().getRawQuery())).getBytes(StandardCharsets.UTF_8);
        // WeChat answers errors with 200 too, and JSON as text/plain
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answer(Map<String, String> parameters) {
        if (!APP_ID.equals(parameters.get("appid")) || !SECRET.equals(parameters.get("secret"))) {
            return error(40125, "invalid appsecret");
        }
        Matcher code = CODE.matcher(parameters.getOrDefault("js_code", ""));
        if (!code.matches()) {
            return error(40029, "invalid code");
        }
        if (!used.add(code.group())) {
            return error(40163, "code been used");
        }
        return "{\"openid\":\"stand-in-" + code.group(1) + "\",\"session_key\":\"c3RhbmQtaW4=\"}";
    }

    private static String error(int code, String message) {
        return "{\"errcode\":" + code + ",\"errmsg\":\"" + message + "\"}";
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(one -> one.split("=", 2))
                .filter(one -> one.length == 2)
                .collect(Collectors.toMap(
                        one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8), (a, b) -> b));
    }
}
