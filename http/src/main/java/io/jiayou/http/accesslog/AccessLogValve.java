package io.jiayou.http.accesslog;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Told by Tomcat of each request once it is over, streams and those that no application sees as well. */
final class AccessLogValve extends ValveBase implements AccessLog {

    private final RotatingFile file;

    AccessLogValve(RotatingFile file) {
        super(true);
        this.file = file;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
        long started = request.getCoyoteRequest().getStartTimeNanos();
        long nanos = started > 0 ? System.nanoTime() - started : 0;
        file.write(AccessLine.of(
                        request,
                        Instant.now(),
                        response.getStatus(),
                        TimeUnit.NANOSECONDS.toMillis(nanos),
                        response.getBytesWritten(false))
                .json());
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // what proxies say is believed by the border alone
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
