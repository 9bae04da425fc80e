package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.jdt.core.IClasspathContainer;
import org.eclipse.jdt.core.IClasspathEntry;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaCore;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;

/** The example project as the real worker writes it, among the Java development tools. */
class ExampleJavaProjectTest {
    private DiagnosisService diagnoses;
    private IProject project;

    @BeforeEach
    void create() {
        diagnoses = new DiagnosisService(FrameworkUtil.getBundle(Diagnoses.class).getBundleContext());
        project = ExampleProject.write(diagnoses, "rivers & roads");
    }

    @AfterEach
    void delete() throws Exception {
        diagnoses.close();
        project.delete(true, true, null);
    }

    @Test
    void itIsAJavaProjectThatCompilesWithoutAnyMarker() throws Exception {
        assertTrue(project.hasNature(JavaCore.NATURE_ID));
        assertEquals(project.getName(), project.getDescription().getName());
        project.build(IncrementalProjectBuilder.FULL_BUILD, null);
        assertEquals(List.of(), Stream.of(project.findMarkers(null, true, IResource.DEPTH_INFINITE)).map(ExampleJavaProjectTest::words).toList());
        for (final String type : List.of("smallnets/Train.class", "org/nd4j/nativeblas/Nd4jCpu.class")) {
            assertTrue(project.getFile("bin/" + type).exists(), type);
        }
        assertDeeplearning4jComesFromFilterscope();
        assertTheProgramCanBeStarted();
    }

    private void assertDeeplearning4jComesFromFilterscope() throws Exception {
        final IJavaProject java = JavaCore.create(project);
        final IClasspathContainer library = JavaCore.getClasspathContainer(IPath.fromPortableString("org.filterscope.jdt.DEEPLEARNING4J"), java);
        assertEquals("Deeplearning4j (from Filterscope)", library.getDescription());
        final List<IPath> jars = Stream.of(library.getClasspathEntries()).map(IClasspathEntry::getPath).toList();
        for (final IPath jar : jars) {
            assertTrue(Files.isRegularFile(jar.toPath()), jar::toString);
        }
        for (final String part : List.of("deeplearning4j-nn-", "nd4j-api-", "nd4j-native-", "openblas-", "slf4j-api-")) {
            assertTrue(jars.stream().anyMatch(jar -> jar.lastSegment().startsWith(part)), part);
        }
        assertTrue(jars.stream().noneMatch(jar -> jar.lastSegment().startsWith("org.filterscope")), jars::toString);
        assertEquals("org.deeplearning4j.nn.multilayer.MultiLayerNetwork",
                java.findType("org.deeplearning4j.nn.multilayer.MultiLayerNetwork").getFullyQualifiedName());
    }

    private void assertTheProgramCanBeStarted() throws Exception {
        final ILaunchConfiguration train = DebugPlugin.getDefault().getLaunchManager().getLaunchConfiguration(project.getFile("train.launch"));
        assertEquals("org.eclipse.jdt.launching.localJavaApplication", train.getType().getIdentifier());
        assertEquals(project.getName(), train.getAttribute("org.eclipse.jdt.launching.PROJECT_ATTR", ""));
        assertEquals("smallnets.Train", train.getAttribute("org.eclipse.jdt.launching.MAIN_TYPE", ""));
    }

    private static String words(final IMarker marker) {
        return marker.getResource().getFullPath() + ": " + marker.getAttribute(IMarker.MESSAGE, "");
    }
}
