import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;

/** Reads one sentence a line and prints one match a line: line number, rule, words, message, separated by tabs. */
public class Judge {
  public static void main(String[] arguments) throws Exception {
    JLanguageTool judge = new JLanguageTool(Languages.getLanguageForShortCode(arguments[0]));
    BufferedReader sentences = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String sentence;
    for (int number = 0; (sentence = sentences.readLine()) != null; number++) {
      for (RuleMatch match : judge.check(sentence)) {
        String words = sentence.substring(match.getFromPos(), match.getToPos());
        String message = match.getMessage().replaceAll("<[^>]*>|\\s+", " ").trim();
        out.println(number + "\t" + match.getSpecificRuleId() + "\t" + words + "\t" + message);
      }
    }
  }
}
