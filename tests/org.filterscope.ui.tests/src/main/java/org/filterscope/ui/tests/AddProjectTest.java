package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.equinox.app.IApplicationContext;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.ide.application.AddProject;
import org.filterscope.ide.application.ExistingFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class AddProjectTest {
    @TempDir
    Path folder;
    private final IWorkspace workspace = ResourcesPlugin.getWorkspace();
    private final IProject project = workspace.getRoot().getProject("river-or-road");

    @AfterEach
    void deleteProject() throws Exception {
        project.delete(false, true, null);
    }

    @Test
    void aFolderBecomesTheProjectThatItDescribesWhereItIs() throws Exception {
        write(folder);
        new ExistingFolder(folder).addTo(workspace);
        assertTrue(project.isOpen());
        assertEquals(folder, project.getLocation().toPath());
        assertTrue(project.getFile("README.md").exists());
    }

    @Test
    void addingItAgainOnlyOpensIt() throws Exception {
        write(folder);
        new ExistingFolder(folder).addTo(workspace);
        project.close(null);
        new ExistingFolder(folder).addTo(workspace);
        assertTrue(project.isOpen());
    }

    @Test
    void aFolderInTheWorkspaceNeedsNoLink() throws Exception {
        final Path inside = workspace.getRoot().getLocation().append("river-or-road").toPath();
        write(Files.createDirectory(inside));
        new ExistingFolder(inside).addTo(workspace);
        assertEquals(null, project.getDescription().getLocationURI());
        project.delete(true, true, null);
    }

    @Test
    void anotherProjectOfThatNameStaysAsItIs() throws Exception {
        final Path other = Files.createDirectory(folder.resolve("other"));
        write(other);
        new ExistingFolder(other).addTo(workspace);
        write(folder);
        final CoreException refusal = assertThrows(CoreException.class, () -> new ExistingFolder(folder).addTo(workspace));
        assertEquals("%s: the workspace has another project named river-or-road, which lies in %s.".formatted(folder, other),
                refusal.getStatus().getMessage());
        assertEquals(other, project.getLocation().toPath());
    }

    @Test
    void aFolderThatIsNoProjectIsRefused() {
        final CoreException refusal = assertThrows(CoreException.class, () -> new ExistingFolder(folder).addTo(workspace));
        assertEquals(folder + ": is no Eclipse project; there is no readable file .project in it.", refusal.getStatus().getMessage());
        assertFalse(project.exists());
    }

    @Test
    void theApplicationRefusesAWorkspaceThatAnIdeHasOpenAndAnythingButOneFolder() throws Exception {
        write(folder);
        assertEquals(ExitCode.INVALID_INPUT.value(), new AddProject().start(context(folder.toString())));
        assertEquals(ExitCode.INVALID_INPUT.value(), new AddProject().start(context()));
        assertFalse(project.exists());
    }

    /** An application that was started with these arguments. */
    private static IApplicationContext context(final String... arguments) {
        return (IApplicationContext) Proxy.newProxyInstance(AddProjectTest.class.getClassLoader(), new Class<?>[] {IApplicationContext.class},
                (proxy, method, parameters) -> Map.of(IApplicationContext.APPLICATION_ARGS, arguments));
    }

    private static void write(final Path folder) throws IOException {
        Files.writeString(folder.resolve(".project"), "<projectDescription><name>river-or-road</name></projectDescription>");
        Files.writeString(folder.resolve("README.md"), "River or road?");
    }
}
