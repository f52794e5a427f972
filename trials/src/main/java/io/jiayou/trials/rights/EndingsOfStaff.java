package io.jiayou.trials.rights;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How rights of staff end. Each is tried on an account of its own. */
final class EndingsOfStaff {

    /** What is done to an account. */
    private interface Deed {
        void to(Attendant attendant, Ending.Holder holder) throws IOException, InterruptedException;
    }

    private interface Repair {
        void of(Attendant attendant) throws IOException, InterruptedException;
    }

    private EndingsOfStaff() {}

    static List<Ending> of(Place place, String order) throws IOException, InterruptedException {
        return List.of(
                ending(
                        "log-out",
                        place,
                        order,
                        (it, holder) -> place.done(holder.token(), "DELETE", "/api/sessions/current", Map.of()),
                        it -> {}),
                ending("closing", place, order, (it, holder) -> it.close(), Attendant::open),
                ending("another role", place, order, (it, holder) -> it.grant("agent"), it -> it.grant("attendant")),
                ending("reset", place, order, (it, holder) -> it.reset(), Attendant::ownPassword),
                ending("password", place, order, (it, holder) -> it.ownPassword(), it -> {}));
    }

    private static Ending ending(String name, Place place, String order, Deed deed, Repair repair)
            throws IOException, InterruptedException {
        Attendant attendant = new Attendant(place);
        return new Ending() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Holder begin() throws IOException, InterruptedException {
                return new Holder(attendant.logIn().accessToken(), order, null);
            }

            @Override
            public void end(Holder holder) throws IOException, InterruptedException {
                deed.to(attendant, holder);
            }

            @Override
            public void after() throws IOException, InterruptedException {
                repair.of(attendant);
            }
        };
    }
}
