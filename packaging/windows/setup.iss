; The setup: per user, no administrator. Inno Setup 6.4. Given by build_setup.py: /DVersion /DApp (the app's folder) /DOut /DName

#define Title "CNN Desktop"
#define Kind "CNNDesktop.Project"
#ifndef Pack
  #define Pack "lzma2/ultra64"
#endif

[Setup]
AppId={{6D1C2B0F-5E0B-4B6C-9B39-5A4D8E7C3F21}
AppName={#Title}
AppVersion={#Version}
AppVerName={#Title} {#Version}
AppPublisher=The CNN Desktop developers
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\{#Title}
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
DisableProgramGroupPage=yes
; the folder is this app's alone: what an update deletes is never somebody else's
DisableDirPage=yes
DisableWelcomePage=no
ShowLanguageDialog=auto
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no
UninstallDisplayIcon={app}\{#Title}.exe
UninstallDisplayName={#Title}
SetupIconFile={#Pictures}\cnn-desktop.ico
WizardStyle=modern
; drawn from the app's icon, in the sizes of several screens
WizardImageFile={#Pictures}\side-*.bmp
WizardSmallImageFile={#Pictures}\corner-*.bmp
Compression={#Pack}
LZMAUseSeparateProcess=yes
LZMANumBlockThreads=2
SolidCompression=yes
OutputDir={#Out}
OutputBaseFilename={#Name}

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Messages]
; nobody needs to close anything but the app, which CloseApplications sees to
en.WelcomeLabel2=Setup will install [name/ver] for the current user only. You do not need administrator rights.%n%nEverything the app needs is included; nothing will be downloaded.
de.WelcomeLabel2=Das Setup installiert [name/ver] nur für Sie. Administratorrechte sind nicht nötig.%n%nAlles, was das Programm braucht, ist enthalten; es wird nichts heruntergeladen.

[CustomMessages]
en.Project=CNN Desktop project
de.Project=CNN-Desktop-Projekt

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; of an older version: else its modules would be found beside the new ones
Type: filesandordirs; Name: "{app}\libs"

[Files]
Source: "{#App}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{userprograms}\{#Title}"; Filename: "{app}\{#Title}.exe"
Name: "{userdesktop}\{#Title}"; Filename: "{app}\{#Title}.exe"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "Software\Classes\.cnnopen"; ValueType: string; ValueData: "{#Kind}"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\.cnnopen"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-cnn-desktop-project"
Root: HKCU; Subkey: "Software\Classes\{#Kind}"; ValueType: string; ValueData: "{cm:Project}"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\{#Kind}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Title}.exe,0"
Root: HKCU; Subkey: "Software\Classes\{#Kind}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Title}.exe"" ""%1"""

[Run]
Filename: "{app}\{#Title}.exe"; Description: "{cm:LaunchProgram,{#Title}}"; Flags: nowait postinstall skipifsilent
