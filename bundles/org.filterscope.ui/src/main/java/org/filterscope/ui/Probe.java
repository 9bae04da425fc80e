package org.filterscope.ui;
import org.filterscope.core.report.Report;
final class Probe { Report d; }
