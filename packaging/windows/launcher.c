/* `CNN Desktop.exe` and `cnn-desktop.exe`: loads the Python library that lies beside it and runs the app in this very process, so
   that the app's processes bear its name and icon. The environment's PYTHON… count for nothing (-I; the file python3xx._pth).
   Compiled twice: with -DWINDOW there is no console. */

#include <stdio.h>
#include <windows.h>

#define LONGEST 32768
#define START L"import sys; sys.frozen = True; sys.argv[0] = sys.executable; " \
              L"from cnn_desktop.__main__ import main; sys.exit(main())"

typedef int (*Main)(int, wchar_t **);

static int fail(const wchar_t *what)
{
#ifdef WINDOW
    MessageBoxW(NULL, what, L"CNN Desktop", MB_ICONERROR);
#else
    fwprintf(stderr, L"%ls\n", what);
#endif
    return 1;
}

static int run(int count, wchar_t **words)
{
    static wchar_t place[LONGEST + 64];
    static const wchar_t *first[] = {L"-I", L"-B", L"-X", L"utf8", L"-c", START};
    const int added = sizeof first / sizeof *first;

    SetDllDirectoryW(L""); /* no libraries from the folder one stands in */
    DWORD length = GetModuleFileNameW(NULL, place, LONGEST);
    while (length && place[length - 1] != L'\\')
        length--;
    wcscpy(place + length, LIBRARY);
    HMODULE python = LoadLibraryExW(place, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    Main py_main = python ? (Main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    wchar_t **all = calloc(count + added + 1, sizeof *all);
    if (!py_main || !all)
        return fail(L"CNN Desktop is damaged or incomplete. Please install it again.");
    all[0] = words[0];
    for (int i = 0; i < added; i++)
        all[1 + i] = (wchar_t *)first[i];
    for (int i = 1; i < count; i++)
        all[added + i] = words[i];
    return py_main(count + added, all);
}

#ifdef WINDOW
int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, wchar_t *line, int show)
{
    int count = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    return words ? run(count, words) : fail(L"CNN Desktop could not read what it was asked to open.");
}
#else
int wmain(int count, wchar_t **words)
{
    return run(count, words);
}
#endif
