package io.jiayou.trials.siege;

import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Machine;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One siege of one system, directly or behind a gateway. */
final class Besieged {

    private static final double FULLEST = 0.8;
    private static final double SLOWEST_MILLIS = 1_000;
    private static final long PEACE_MILLIS = 5_000;
    private static final long BYTES_A_MINUTE = 2L << 20;
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final Path directory;
    private final long seconds;
    private final Optional<Bound> without;
    private final @Nullable Path nginx;
    private final String way;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();

    /**
     * @param without a defence that is put out of reach
     * @param nginx null for none
     */
    Besieged(Path directory, long seconds, Optional<Bound> without, @Nullable Path nginx) {
        this.directory = directory;
        this.seconds = seconds;
        this.without = without;
        this.nginx = nginx;
        this.way = nginx == null ? "directly" : "behind nginx";
    }

    void run(Steps steps) throws Exception {
        Path data = directory.resolve("data");
        Path temporary = directory.resolve("temporary");
        Files.createDirectories(temporary);
        List<String> settings = new ArrayList<>(List.of(
                "--jiayou.access=required",
                "--jiayou.stand-ins=true",
                "--jiayou.perimeter.unlimited=",
                "--jiayou.perimeter.trusted-proxies=127.0.0.1," + TableFiller.PROXY,
                "--server.tomcat.basedir=" + temporary));
        without.ifPresent(bound -> settings.add("--" + bound.putOutOfReach()));
        try (Server server = Server.start(data, Map.of(), settings)) {
            server.awaitReady();
            try (@Nullable
                    Gateway gateway = nginx == null ? null : Gateway.start(nginx, directory.resolve("nginx"), server)) {
                besiege(
                        server,
                        gateway,
                        new Watch(server.pid(), data, temporary),
                        new Scene(server.client(), data),
                        steps);
            }
        }
    }

    private void besiege(Server server, @Nullable Gateway gateway, Watch watch, Scene scene, Steps steps)
            throws Exception {
        scene.lay();
        Victim victim = new Victim(scene.driver("victim"));
        List<Attack> attacks = attacks(scene.driver("attacker"));
        int port = gateway == null ? server.port() : gateway.port();
        Machine machine = new Machine(watch.heap(), CORES);
        lookInPeace(new Field(port, server.port(), gateway != null, 0, machine, scene, new AtomicBoolean()));
        Field field =
                new Field(port, server.port(), gateway != null, System.nanoTime(), machine, scene, new AtomicBoolean());
        long written = watch.written();
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Attack attack : attacks) {
                running.add(threads.submit(() -> {
                    attack.run(field);
                    return null;
                }));
            }
            Thread looking = Thread.ofPlatform().start(() -> goOn(victim, field));
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            while (System.nanoTime() < end && server.isAlive()) {
                Thread.sleep(500);
                steps.at(seconds - (end - System.nanoTime()) / 1_000_000_000L, seconds);
            }
            judge(server, watch, written, field);
            field.over().set(true);
            looking.join();
        }
        judge(attacks, running, field);
        judge(server, victim, scene);
    }

    /** How long a look takes on this machine when nobody attacks. */
    private void lookInPeace(Field peace) throws Exception {
        Victim before = new Victim(peace.scene().driver("early"));
        Thread looking = Thread.ofPlatform().start(() -> goOn(before, peace));
        Thread.sleep(PEACE_MILLIS);
        peace.over().set(true);
        looking.join();
        figure("99 of 100 looks before it, ms", "%.0f of %d".formatted(before.percentile(0.99), before.looks()));
    }

    private static void goOn(Victim victim, Field field) {
        try {
            victim.run(field);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Attack> attacks(Driver attacker) {
        List<Attack> attacks = new ArrayList<>();
        attacks.add(Crowd.ofMany());
        attacks.add(Crowd.ofOne());
        attacks.addAll(Lingering.all());
        attacks.add(new LargeHeads());
        attacks.addAll(Large.all());
        attacks.add(new HeldForms("127.0.2.9"));
        attacks.add(new ManyBodies());
        attacks.add(new LoginFlood());
        attacks.add(Flood.ofOneAddress());
        attacks.add(Flood.ofOneDriver(attacker));
        attacks.add(new TableFiller());
        attacks.add(new Broken());
        attacks.add(new Streams(attacker));
        attacks.add(new Smuggling());
        return attacks;
    }

    /** While the siege goes on: what is held is held then. */
    private void judge(Server server, Watch watch, long writtenBefore, Field field)
            throws IOException, InterruptedException {
        if (!server.isAlive()) {
            violate("the process ended");
            return;
        }
        double perMinute = (watch.written() - writtenBefore) * 60e9 / (System.nanoTime() - field.begun());
        double heap = watch.heapAfterCollection();
        figure("heap after a collection", "%.0f %%".formatted(heap * 100));
        figure("log and temporary files, KB a minute", Math.round(perMinute / 1024));
        if (heap > FULLEST) {
            violate("the heap was full to %.0f %% after a collection".formatted(heap * 100));
        }
        if (perMinute > BYTES_A_MINUTE) {
            violate("log and temporary files grew by %.1f MB a minute".formatted(perMinute / (1 << 20)));
        }
    }

    private void judge(List<Attack> attacks, List<Future<?>> running, Field field) {
        for (int n = 0; n < attacks.size(); n++) {
            Attack attack = attacks.get(n);
            String failure = running.get(n).state() == Future.State.FAILED
                    ? ", ended by " + running.get(n).exceptionNow()
                    : "";
            figure(attack.name(), attack.done() + failure);
            attack.gained(field).forEach(this::violate);
        }
    }

    private void judge(Server server, Victim victim, Scene scene) throws IOException, InterruptedException {
        figure("looks of another driver", victim.looks());
        figure("of them failed", victim.failures());
        figure("half of them within, ms", "%.0f".formatted(victim.percentile(0.5)));
        figure("99 of 100 within, ms", "%.0f".formatted(victim.percentile(0.99)));
        if (victim.percentile(0.99) > SLOWEST_MILLIS) {
            violate("99 of 100 looks of another driver took up to %.0f ms".formatted(victim.percentile(0.99)));
        }
        if (!server.isAlive()) {
            violate("the process ended");
            return;
        }
        long lost = 0;
        for (String order : victim.acknowledged()) {
            lost += victim.finds(order, scene.client()) ? 0 : 1;
        }
        figure("orders acknowledged", victim.acknowledged().size());
        figure("of them lost", lost);
        if (lost > 0) {
            violate(lost + " acknowledged orders are lost");
        }
    }

    private void figure(String what, Object value) {
        figures.put(way + ": " + what, value);
    }

    private void violate(String what) {
        String violation = way + ": " + what;
        if (!violations.contains(violation)) {
            violations.add(violation);
        }
    }

    Map<String, Object> figures() {
        return figures;
    }

    List<String> violations() {
        return violations;
    }
}
