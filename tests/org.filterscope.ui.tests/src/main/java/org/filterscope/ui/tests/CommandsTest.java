package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.commands.Command;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandImageService;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
    private final IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);

    @Test
    void quickAccessTellsWhatEachCommandDoes() throws Exception {
        final ICommandImageService images = PlatformUI.getWorkbench().getService(ICommandImageService.class);
        final List<Command> ours = ours();
        assertTrue(ours.size() >= 5, ours.toString());
        for (final Command command : ours) {
            assertFalse(command.getName().isBlank(), command.getId());
            assertNotNull(command.getDescription(), command.getId());
            assertEquals("Filterscope", command.getCategory().getName());
            assertNotNull(images.getImageDescriptor(command.getId()), command.getId());
        }
    }

    @Test
    void ourKeysAreNobodyElses() {
        for (final String keys : List.of("M3+M2+X F", "M3+M2+Q F")) {
            final TriggerSequence sequence = sequence(keys);
            final List<Binding> bound = Stream.of(bindings.getBindings()).filter(binding -> binding.getTriggerSequence().equals(sequence))
                    .filter(binding -> binding.getParameterizedCommand() != null).filter(binding -> binding.getPlatform() == null).toList();
            assertEquals(1, bound.size(), () -> keys + ": " + bound);
        }
    }

    @Test
    void theDarkThemeHasAllColors() throws Exception {
        for (final String bundle : List.of("org.filterscope.ui", "org.filterscope.ui.graph")) {
            final String css = new String(Platform.getBundle(bundle).getEntry("css/dark.css").openStream().readAllBytes(), StandardCharsets.UTF_8);
            final List<String> colors = Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.themes"))
                    .filter(element -> element.getName().equals("colorDefinition") && element.getContributor().getName().equals(bundle))
                    .map((IConfigurationElement element) -> element.getAttribute("id")).toList();
            assertFalse(colors.isEmpty());
            for (final String color : colors) {
                assertTrue(css.contains("ColorDefinition#" + color.replace('.', '-') + " "), color);
            }
        }
    }

    private List<Command> ours() {
        return Stream.of(commands.getDefinedCommands()).filter(command -> command.getId().startsWith("org.filterscope.")).toList();
    }

    private static TriggerSequence sequence(final String keys) {
        try {
            return KeySequence.getInstance(keys.replace("M3", "ALT").replace("M2", "SHIFT"));
        } catch (final ParseException e) {
            throw new AssertionError(e);
        }
    }
}
