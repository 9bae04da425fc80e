package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.service.debug.DebugOptions;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.InspectionJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

class DebugTopicTest {
    private static final Set<String> OPTIONS = Set.of("org.filterscope.ide/worker", "org.filterscope.ide/jobs", "org.filterscope.ide/inspection");

    @TempDir
    Path folder;
    private final Bundle bundle = FrameworkUtil.getBundle(Diagnoses.class);
    private final DebugOptions options = bundle.getBundleContext().getService(bundle.getBundleContext().getServiceReference(DebugOptions.class));
    private final boolean enabled = options.isDebugEnabled();
    private final File file = options.getFile();
    private DiagnosisService diagnoses;
    private Path trace;

    @BeforeEach
    void traceIntoAFile() {
        diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), folder.resolve("worker.log"));
        trace = folder.resolve("trace.log");
        options.setDebugEnabled(true);
        options.setFile(trace.toFile());
    }

    @AfterEach
    void restore() {
        diagnoses.close();
        OPTIONS.forEach(options::removeOption);
        options.setFile(file);
        options.setDebugEnabled(enabled);
    }

    @Test
    void theBundleTellsThePlatformItsOptionsAndAllAreOff() throws Exception {
        final Properties known = new Properties();
        try (InputStream in = bundle.getEntry(".options").openStream()) {
            known.load(in);
        }
        assertEquals(OPTIONS, known.stringPropertyNames());
        assertEquals(Set.of("false"), Set.copyOf(known.values()));
    }

    @Test
    void eachTopicThatIsSwitchedOnIsTold() throws Exception {
        OPTIONS.forEach(option -> options.setOption(option, "true"));
        inspect();
        final String said = Files.readString(trace);
        assertTrue(said.contains("| org.filterscope.ide | /worker | org.filterscope.ide.worker.WorkerConnection |"), said);
        assertTrue(said.contains("hello: "), said);
        assertTrue(said.contains("| /jobs | org.filterscope.ide.AttendedRun |") && said.contains(" begins") && said.contains("ends well after"), said);
        assertTrue(said.contains("| /inspection | org.filterscope.ide.InspectionJob |") && said.contains("net.h5: 2 layers after"), said);
    }

    @Test
    void aTopicThatIsOffIsSilent() throws Exception {
        options.setOption("org.filterscope.ide/inspection", "true");
        inspect();
        final String said = Files.readString(trace);
        assertTrue(said.contains("| /inspection | org.filterscope.ide.InspectionJob |"), said);
        assertFalse(said.contains("| /worker |") || said.contains("| /jobs |"), said);
    }

    @Test
    void nothingIsToldUnlessThePlatformIsToTrace() throws Exception {
        OPTIONS.forEach(option -> options.setOption(option, "true"));
        options.setDebugEnabled(false);
        inspect();
        assertFalse(Platform.inDebugMode());
        assertFalse(Files.exists(trace) && Files.readString(trace).contains("org.filterscope"));
    }

    private void inspect() throws Exception {
        final InspectionJob job = diagnoses.prepareInspection(Files.createFile(folder.resolve("net.h5")), Optional.empty());
        job.schedule();
        EventLoop.until("the model was looked at", () -> job.getResult() != null && job.getState() == Job.NONE);
        assertEquals(2, job.layers().size());
    }
}
