package io.jiayou.cli;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Languages;
import io.jiayou.rules.Said;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with how a command was called. The library says it in English alone; what it means is told by its types. */
final class WrongUsage {

    private WrongUsage() {}

    static Said of(ParameterException wrong) {
        String words = String.valueOf(wrong.getMessage()).replaceAll("\\R", " ");
        Detail known =
                switch (wrong) {
                    case MissingParameterException missing ->
                        missing.getMissing().isEmpty()
                                ? Detail.of("a command is missing")
                                : Detail.of(
                                        "this is missing: {0}",
                                        missing.getMissing().stream()
                                                .map(WrongUsage::name)
                                                .toList());
                    case UnmatchedArgumentException unknown ->
                        Detail.of("this isn't known here: {0}", unknown.getUnmatched());
                    case OverwrittenOptionException twice ->
                        Detail.of("this may be given once: {0}", name(twice.getOverwritten()));
                    default ->
                        wrong.getArgSpec() == null || wrong.getValue() == null
                                ? Detail.of("this call can't be understood: {0}", words)
                                : Detail.of("{0} can't be {1}", name(wrong.getArgSpec()), wrong.getValue());
                };
        // in English the library says more
        return reader -> Languages.isChinese(reader) ? known.in(reader) : words;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel())
                : argument.paramLabel();
    }
}
