package org.filterscope.core.configuration;

import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A text as YAML. */
final class YamlDocument {

    private YamlDocument() {
    }

    /** What is wrong with a text. */
    static final class MalformedYamlException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        MalformedYamlException(final int line, final String reason) {
            super(reason);
            this.line = line;
        }

        /** 1-based; 0 when the whole text is meant. */
        int line() {
            return line;
        }
    }

    /** @return empty when nothing but comments is in it */
    static Optional<Node> compose(final String text) throws MalformedYamlException {
        try {
            return new Compose(LoadSettings.builder().setMaxAliasesForCollections(10).build()).composeString(text);
        } catch (final MarkedYamlEngineException e) {
            throw new MalformedYamlException(e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0), "is not valid YAML: " + e.getProblem());
        } catch (final YamlEngineException e) {
            throw new MalformedYamlException(0, "is not valid YAML: " + e.getMessage().lines().findFirst().orElse(""));
        } catch (final StackOverflowError e) {
            throw new MalformedYamlException(0, "is nested too deeply for a configuration");
        }
    }

    /** Whether something stands for a value elsewhere in the text, which must be YAML. */
    static boolean hasAliases(final String text) {
        for (final Event event : new Parse(LoadSettings.builder().build()).parseString(text)) {
            if (event instanceof AliasEvent) {
                return true;
            }
        }
        return false;
    }
}
