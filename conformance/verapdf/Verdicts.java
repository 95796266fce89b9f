// Prints, as JSON, what veraPDF says of one PDF file against the flavours named on the command line.
// Run by `java -cp CLASSPATH Verdicts.java FILE FLAVOUR...`, a flavour being written as veraPDF does: 3a, 3b, ua1.
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Verdicts {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<Object> verdicts = new ArrayList<>();
        for (int index = 1; index < arguments.length; index++) {
            verdicts.add(verdict(new File(arguments[0]), arguments[index]));
        }
        System.out.println(new ObjectMapper().writeValueAsString(verdicts));
    }

    private static Map<String, Object> verdict(File file, String name) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        if (flavour == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("no such flavour: " + name);
        try (var parser = Foundries.defaultInstance().createParser(file, flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Object> verdict = new LinkedHashMap<>();
            verdict.put("flavour", name);
            verdict.put("passes", result.isCompliant());
            verdict.put("checks", result.getTotalAssertions());
            verdict.put("failed", failures(result));
            return verdict;
        }
    }

    /** One entry a failed clause: how often it failed, and the place and words of its first failure. */
    private static List<Object> failures(ValidationResult result) {
        Map<String, Map<String, Object>> clauses = new TreeMap<>();
        result.getFailedChecks().forEach((rule, times) -> {
            Map<String, Object> failure = new LinkedHashMap<>();
            failure.put("clause", rule.getClause() + "-" + rule.getTestNumber());
            failure.put("times", times);
            clauses.put(rule.getClause() + "-" + rule.getTestNumber(), failure);
        });
        for (TestAssertion assertion : result.getTestAssertions()) {
            var failure = clauses.get(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber());
            if (failure == null || assertion.getStatus() != TestAssertion.Status.FAILED) continue;
            failure.putIfAbsent("what", assertion.getMessage());
            failure.putIfAbsent("where", assertion.getLocation().getContext());
        }
        return new ArrayList<>(clauses.values());
    }
}
