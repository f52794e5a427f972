package io.jiayou.values;

import io.jiayou.rules.Detail;
import io.jiayou.rules.NotAllowed;
import io.jiayou.rules.Rule;
import io.jiayou.values.Allowed.Degrees;
import io.jiayou.values.Allowed.Form;
import io.jiayou.values.Allowed.Moments;
import io.jiayou.values.Allowed.Normal;
import io.jiayou.values.Allowed.Whole;
import io.jiayou.values.Allowed.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limits of what events hold, one for each kind of value. What one door refuses, all refuse, because the decision does:
 * {@link Bounds} holds every decided event to them. {@code docs/values.md} is made of this list.
 */
public enum Limit {
    /** A mistyped year would hide a price for centuries, and the far ends have no form in the read models' store. */
    TIME(new Moments(
            Instant.parse("1999-12-31T06:00:00Z"),
            Instant.parse("2100-01-01T18:00:00Z"),
            Detail.of("the years 2000 to 2099 on the clocks of any zone"))),
    ID(form(Limits.ID)),
    /** An id that isn't its owner's alone: who acts. */
    ACTOR(form(Limits.ID)),
    /** A role or a scope. */
    CODE(form("[a-z0-9][a-z0-9/_-]{0,63}")),
    CHANNEL(form(Limits.CHANNEL)),
    /** The number that another system gave. */
    NUMBER(form(Limits.ID)),
    OPENID(form(Limits.OPENID)),
    CURRENCY(new Normal(
            Money::currency,
            Detail.of("a code of ISO 4217 that stands for money: not gold, test codes and the like"),
            Shape.oneOf(Money.currencies()))),
    ARCHIVE(form(Limits.ARCHIVE)),
    SHA_256(form(Limits.SHA_256)),
    /** SHA-256 in Base64. */
    DIGEST(form("[A-Za-z0-9+/]{43}=")),
    /** CIDR. */
    NETWORK(form("[0-9A-Za-z.:/%_-]{1,80}")),
    /** A number that an earlier event says may be older than what {@link Phone} asks of new ones. */
    PHONE(
            new Form(Pattern.compile("\\+[1-9][0-9]{6,14}")),
            new Normal(
                    number -> new Phone(number).number(),
                    Detail.of("E.164, or a mobile number of mainland China"),
                    Shape.text(Phone.FORM))),
    PLATE(new Normal(
            number -> new Plate(number).number(),
            Detail.of("a plate of mainland China, in normal form"),
            Shape.text(Plate.WRITTEN))),
    GRADE(new Normal(
            code -> new Grade(code).code(),
            Detail.of("1 to 16 letters, digits, `#`, `+`, `-`, dots, blanks inside"),
            Shape.text(Grade.WRITTEN))),
    ZONE(new Normal(
            Limit::zone,
            Detail.of("a zone that Java knows"),
            Shape.text("UTC|[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_-]+){1,2}"))),
    OPENING_HOURS(new Normal(
            Limit::openingHours,
            Detail.of("up to 256 characters in the language of opening hours"),
            Shape.text("(?:" + OpeningHours.WRITTEN + ")", Limits.ADDRESS))),
    PERSON(new Words(Limits.PERSON, false, false)),
    BRAND(new Words(Limits.BRAND, false, true)),
    STATION(new Words(Limits.STATION, false, true)),
    ADDRESS(new Words(Limits.ADDRESS, false, true)),
    REASON(new Words(Limits.REASON, true, false)),
    /** What a program says: a folder, a rule. */
    NOTE(new Words(Limits.NOTE, false, false)),
    STORY(new Words(Limits.STORY, true, false)),
    LATITUDE(new Degrees(-90, 90)),
    LONGITUDE(new Degrees(-180, 180)),
    AMOUNT(new Whole(0, Limits.AMOUNT, Detail.of("minor units"))),
    UNIT_PRICE(new Whole(1, Limits.UNIT_PRICE, Detail.of("thousandths of a major unit per litre"))),
    VOLUME(new Whole(0, Limits.VOLUME, Detail.of("millilitres"))),
    /** A volume that an earlier event says, and that may be older than the limit of volumes. */
    KNOWN_VOLUME(new Whole(0, 1_000 * Limits.VOLUME, Detail.of("millilitres"))),
    PUMP(new Whole(1, Limits.PUMP, null)),
    RATING(new Whole(1, 5, null)),
    /** Every reader of JSON keeps such a number exactly. */
    COUNT(new Whole(0, 1_000_000_000_000_000L, null));

    private final Allowed allowed;
    private final Allowed given;

    Limit(Allowed allowed) {
        this(allowed, allowed);
    }

    /** @param given what requests may give, where earlier events may hold more or something else */
    Limit(Allowed allowed, Allowed given) {
        this.allowed = allowed;
        this.given = given;
    }

    /** The rule that refuses a value of a component with this limit; none if it may stand there. */
    public @Nullable Rule refusal(Object value) {
        return allowed.refusal(value);
    }

    public boolean allows(Object value) {
        return refusal(value) == null;
    }

    /**
     * What stands against a value that a request gives; none if it may stand there. It needn't be in normal form: a decision is
     * made of what {@link Plate} and its like make of it.
     */
    public @Nullable Detail objection(Object value) {
        return given.objection(value);
    }

    /** What the schema of a request says of such values. */
    public Shape shape() {
        return given.shape();
    }

    /** Whether it tells values of a type apart: one of numbers says nothing of a text. */
    public boolean fits(Class<?> type) {
        return allowed.types().contains(type);
    }

    /** What is allowed, in words. */
    public Detail words() {
        return allowed.words();
    }

    private static Form form(String pattern) {
        return new Form(Pattern.compile(pattern));
    }

    private static String zone(String name) {
        try {
            return ZoneId.of(name).getId();
        } catch (DateTimeException e) {
            throw new NotAllowed("not a time zone");
        }
    }

    private static String openingHours(String text) {
        OpeningHours.parse(text);
        return text;
    }
}
