# Installs the setup on a Windows, uses the app, uninstalls it. For the workflow; needs no administrator. Never run so far.
param([Parameter(Mandatory)] [string] $Setup)
$ErrorActionPreference = "Stop"

function Assert([bool] $isSo, [string] $what) {
    if (-not $isSo) { throw "Not so: $what" }
    Write-Output "yes  $what"
}

$app = Join-Path $env:LOCALAPPDATA "Programs\CNN Desktop"
$silent = "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART"
$took = Measure-Command { Start-Process $Setup -ArgumentList ($silent + "/CURRENTUSER") -Wait }
Write-Output "installed in $([int] $took.TotalSeconds) s"
Assert (Test-Path "$app\CNN Desktop.exe") "the app is in its folder"
$command = (Get-ItemProperty "HKCU:\Software\Classes\CNNDesktop.Project\shell\open\command").'(default)'
Assert ($command -eq "`"$app\CNN Desktop.exe`" `"%1`"") "files .cnnopen are opened with it"
Assert (Test-Path (Join-Path $env:APPDATA "Microsoft\Windows\Start Menu\Programs\CNN Desktop.lnk")) "it is in the Start menu"

$env:PYTHONHOME = "C:\nowhere"
& "$app\cnn-desktop.exe" doctor
Assert ($LASTEXITCODE -eq 0) "doctor"
& "$app\cnn-desktop.exe" selftest --json
Assert ($LASTEXITCODE -eq 0) "selftest"
$env:QT_QPA_PLATFORM = "offscreen"
$window = Start-Process "$app\CNN Desktop.exe" -ArgumentList "selftest" -Wait -PassThru
Assert ($window.ExitCode -eq 0) "selftest without a console"

Start-Process "$app\unins000.exe" -ArgumentList $silent -Wait
$until = (Get-Date).AddSeconds(60)
while ((Test-Path $app) -and (Get-Date) -lt $until) { Start-Sleep 1 }
Assert (-not (Test-Path $app)) "nothing is left of its folder"
Assert (-not (Test-Path "HKCU:\Software\Classes\.cnnopen")) "nothing is left in the registry"
