package org.filterscope.engine;
import org.filterscope.core.report.Dummy;
final class Probe { Dummy d; }
