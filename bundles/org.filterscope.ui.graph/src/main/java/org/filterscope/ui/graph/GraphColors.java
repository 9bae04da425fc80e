package org.filterscope.ui.graph;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.graph.paint.Palette;
import org.filterscope.ui.graph.paint.Rgb;

/** The graph's colors as the user's theme has them now. Belongs to the UI thread. */
record GraphColors(IWorkbench workbench, ThemeColors theme) {
    private static final String RAMP = "org.filterscope.ui.graph.";

    /** @param control whose ground and text the graph has, too */
    Palette palette(final Control control) {
        final ColorRegistry registry = workbench.getThemeManager().getCurrentTheme().getColorRegistry();
        return new Palette(Rgb.of(control.getBackground()), Rgb.of(control.getForeground()), Rgb.of(theme.quiet()), Rgb.of(theme.placeholder()),
                IntStream.range(0, ThemeColors.HUES).map(index -> Rgb.of(theme.hue(index))).toArray(),
                Stream.of("low", "middle", "high").mapToInt(stop -> Rgb.of(registry.get(RAMP + stop))).toArray());
    }
}
