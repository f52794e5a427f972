package io.jiayou.command;

/** The ids in the API's examples, which belong together: sent in a sensible order, all examples are accepted. */
public final class ExampleIds {

    public static final String DRIVER = "0197a3c5-0000-7000-8000-00000000d001";
    public static final String STATION = "0197a3c5-0000-7000-8000-00000000a001";
    public static final String ORDER = "0197a3c5-7f00-7000-8000-000000000001";
    public static final String FEEDBACK = "0197a3c5-0000-7000-8000-00000000f001";

    private ExampleIds() {}
}
