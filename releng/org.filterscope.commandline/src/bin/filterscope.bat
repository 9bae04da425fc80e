@echo off
rem Starts Filterscope's command line with a Java that is new enough: what the script filterscope beside this file does, for Windows. How the
rem worker is started lies in the runtime's files jvm.args, jvm-23.args and environment. See filterscope help.
rem No blocks in parentheses where a path is told: those of C:\Program Files (x86) would end them. What is told of the environment is expanded late,
rem so that an ampersand in it is a letter.
setlocal EnableExtensions DisableDelayedExpansion
set "FS_HOME=%~dp0.."
set "FS_RUNTIME=%FS_HOME%\runtime"
set "FS_NATIVES=%FS_HOME%\natives"
set "FS_JAVA="
set "FS_FEATURE=0"
set "FS_FOUND="
set "FS_NEWER="
set "FS_CUDA="

if not exist "%FS_NATIVES%\lib\javacpp-*-windows-x86_64.jar" goto natives_missing
if not defined JAVA_HOME goto path
rem Some write quotes around it.
set "FS_JAVA_HOME=%JAVA_HOME:"=%"
if exist "%FS_JAVA_HOME%\bin\java.exe" call :consider "%FS_JAVA_HOME%\bin\java.exe"
if defined FS_JAVA goto memory
:path
for %%p in (java.exe) do if not "%%~$PATH:p"=="" call :consider "%%~$PATH:p"
if defined FS_JAVA goto memory
setlocal EnableDelayedExpansion
>&2 echo filterscope: needs Java 21 or newer, and finds none in JAVA_HOME and PATH!FS_FOUND!
exit /b 2

:memory
rem Of a limit, a third is Java's heap unless somebody says otherwise, and never more than without one.
if not defined FILTERSCOPE_MEMORY goto heap
call :megabytes "%FILTERSCOPE_MEMORY%"
if not defined FS_SIZE goto memory_refused
if defined FILTERSCOPE_HEAP goto heap
set /a "FS_THIRD=FS_SIZE / 3"
if %FS_SIZE% lss 3072 set "FILTERSCOPE_HEAP=%FS_THIRD%m"
:heap
if not defined FILTERSCOPE_HEAP set "FILTERSCOPE_HEAP=1g"
call :megabytes "%FILTERSCOPE_HEAP%"
if not defined FS_SIZE goto heap_refused

for /f "usebackq tokens=1,* delims==" %%a in ("%FS_RUNTIME%\environment") do set "%%a=%%b"
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=%NUMBER_OF_PROCESSORS%"
if not defined FILTERSCOPE_CACHE set "FILTERSCOPE_CACHE=%LOCALAPPDATA%\filterscope"
if %FS_FEATURE% geq 23 set FS_NEWER="@%FS_RUNTIME%\jvm-23.args"
if not defined FILTERSCOPE_CUDA goto start
if not exist "%FILTERSCOPE_CUDA%\" goto cuda_refused
set FS_CUDA="-Dfilterscope.cuda=%FILTERSCOPE_CUDA%"

:start
"%FS_JAVA%" "@%FS_RUNTIME%\jvm.args" %FS_NEWER% "-Xmx%FILTERSCOPE_HEAP%" "-Dorg.bytedeco.javacpp.cachedir=%FILTERSCOPE_CACHE%\natives" "-Donnxruntime.native.path=%FS_NATIVES%\lib\onnxruntime" %FS_CUDA% -cp "%FS_RUNTIME%\lib\*;%FS_RUNTIME%\lib\onnxruntime;%FS_NATIVES%\lib\*" org.filterscope.worker.Main %*
exit /b %ERRORLEVEL%

:natives_missing
setlocal EnableDelayedExpansion
>&2 echo filterscope: there are no native libraries for Windows x86_64 in !FS_NATIVES!; take the archive for it
exit /b 2
:memory_refused
setlocal EnableDelayedExpansion
>&2 echo filterscope: FILTERSCOPE_MEMORY must be like 2g or 1500m, not '!FILTERSCOPE_MEMORY!'
exit /b 2
:heap_refused
setlocal EnableDelayedExpansion
>&2 echo filterscope: FILTERSCOPE_HEAP must be like 2g or 1500m, not '!FILTERSCOPE_HEAP!'
exit /b 2
:cuda_refused
setlocal EnableDelayedExpansion
>&2 echo filterscope: FILTERSCOPE_CUDA must name a folder, not '!FILTERSCOPE_CUDA!'
exit /b 2

rem Takes a Java when it is new enough.
:consider
set "FS_VERSION=0"
set "FS_FEATURE=0"
for /f "tokens=2,3" %%a in ('call "%~1" -version 2^>^&1') do if "%%a"=="version" set "FS_VERSION=%%~b"
for /f "delims=.-+" %%n in ("%FS_VERSION%") do set "FS_FEATURE=%%n"
if %FS_FEATURE% geq 21 set "FS_JAVA=%~1"
if %FS_FEATURE% lss 21 set "FS_FOUND=%FS_FOUND%; %~1 is Java %FS_FEATURE%"
exit /b 0

rem FS_SIZE becomes the megabytes of a size like 2g or 1500m, and nothing when it is none. The loop finds what there is but digits; a leading 0, by
rem which it would leave a line out, has been refused before.
:megabytes
set "FS_SIZE="
set "FS_TEXT=%~1"
set "FS_LETTER=%FS_TEXT:~-1%"
set "FS_TEXT=%FS_TEXT:~0,-1%"
if not defined FS_TEXT exit /b 0
if "%FS_TEXT:~0,1%"=="0" exit /b 0
if not "%FS_TEXT:~6%"=="" exit /b 0
for /f "eol=0 delims=0123456789" %%r in ("%FS_TEXT%") do if not "%%r"=="" exit /b 0
if /i "%FS_LETTER%"=="m" set "FS_SIZE=%FS_TEXT%"
if /i "%FS_LETTER%"=="g" set /a "FS_SIZE=FS_TEXT * 1024"
exit /b 0
