package io.jiayou.trials.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Reports as people read them. */
final class Printed {

    private Printed() {}

    static void print(Report report, PrintStream out) {
        out.println(report.name());
        out.println("  " + report.compared());
        out.println("  durability: " + report.durability());
        for (Ratio ratio : report.ratios()) {
            out.println("  " + line(ratio));
        }
        report.notes().forEach(note -> out.println("  note: " + note));
        out.println();
    }

    private static String line(Ratio ratio) {
        return "%-62s A %s %s, B %s %s, A/B %s (%s to %s in %d pairs)%s"
                .formatted(
                        ratio.what(),
                        number(ratio.a().median()),
                        ratio.unit(),
                        number(ratio.b().median()),
                        ratio.unit(),
                        number(ratio.ratio().median()),
                        number(ratio.ratio().lowest()),
                        number(ratio.ratio().highest()),
                        ratio.pairs(),
                        aim(ratio));
    }

    private static String aim(Ratio ratio) {
        Aim aim = ratio.aim();
        if (aim == null) {
            return "";
        }
        return "; aim %s %s: %s"
                .formatted(
                        aim.direction() == Aim.Direction.AT_LEAST ? "≥" : "≤",
                        number(aim.value()),
                        ratio.reached() ? "reached" : "missed");
    }

    private static String number(double value) {
        double size = Math.abs(value);
        String form =
                size >= 1_000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3g";
        return String.format(Locale.ROOT, form, value);
    }
}
