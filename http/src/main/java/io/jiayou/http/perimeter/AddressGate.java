package io.jiayou.http.perimeter;

import io.jiayou.http.ProblemException;
import io.jiayou.http.ProblemWriter;
import io.jiayou.http.addresses.Peers;
import io.jiayou.rules.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away who comes from an address that is kept out, and who sends too much from one address. Whoever shows a token of this
 * machine's terminal gets in without a limit.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
final class AddressGate extends OncePerRequestFilter {

    /** Set on requests that no rate holds for. */
    static final String UNLIMITED = AddressGate.class.getName() + ".unlimited";

    /** Set on requests from an address that is kept out. */
    static final String KEPT_OUT = AddressGate.class.getName() + ".kept-out";

    private static final String LOGINS = "/api/sessions/";
    /** A refresh token can't be guessed, and every client sends one each few minutes. */
    private static final String REFRESH = LOGINS + "refresh";

    private final AddressList list;
    private final PerimeterSettings settings;
    private final AddressRates requests;
    private final AddressRates logins;
    private final AtTheTerminal terminal;
    private final ProblemWriter problems;

    AddressGate(
            AddressList list,
            PerimeterSettings settings,
            AddressRates requests,
            AddressRates logins,
            AtTheTerminal terminal,
            ProblemWriter problems) {
        this.list = list;
        this.settings = settings;
        this.requests = requests;
        this.logins = logins;
        this.terminal = terminal;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        InetAddress client = Peers.of(request);
        if (!list.letsIn(client)
                && !AtTheTerminal.needsNoToken(request, client)
                && !terminal.isShownBy(request, client)) {
            request.setAttribute(KEPT_OUT, true);
            problems.write(
                    request, response, new ProblemException(Problem.ADDRESS_REFUSED, null, "this address is kept out"));
            return;
        }
        Optional<Standing> standing = standing(request, client);
        standing.ifPresent(it -> RateHeaders.say(response, it));
        Optional<Duration> refusal = standing.filter(Standing::isRefused).map(Standing::nextAfter);
        if (refusal.isPresent()) {
            TooManyRequests.answer(request, response, problems, refusal.get());
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Standing> standing(HttpServletRequest request, InetAddress client) {
        // through a proxy that nobody configured, everybody has the proxy's address
        if (settings.isUnlimited(client) && request.getAttribute(ForwardedAddress.STRANGE_PROXY) == null) {
            request.setAttribute(UNLIMITED, true);
            return Optional.empty();
        }
        Optional<Standing> all = requests.count(client);
        if (all.filter(Standing::isRefused).isPresent()) {
            return terminal.isShownBy(request, client) ? Optional.empty() : all;
        }
        return isLogin(request) ? logins.count(client).or(() -> all) : all;
    }

    int rows() {
        return requests.size() + logins.size();
    }

    private static boolean isLogin(HttpServletRequest request) {
        String path = request.getServletPath();
        return request.getMethod().equals("POST") && path.startsWith(LOGINS) && !path.equals(REFRESH);
    }
}
