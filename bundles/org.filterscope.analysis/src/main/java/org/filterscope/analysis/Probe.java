package org.filterscope.analysis;
import org.filterscope.core.report.Dummy;
final class Probe { Dummy d; }
