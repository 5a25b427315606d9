<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>app</name>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;About CNN Desktop</source>
            <translation>Ü&amp;ber CNN Desktop</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/timm_search.py" />
            <source>&amp;Another model:</source>
            <translation>Ander&amp;es Modell:</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>&amp;Augmentation</source>
            <translation>A&amp;ugmentierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>&amp;Back to the recipe</source>
            <translation>&amp;Zurück zum Rezept</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>&amp;Back to the usual epochs</source>
            <translation>&amp;Zurück zu den üblichen Epochen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>&amp;Choose a model</source>
            <translation>&amp;Modell wählen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>&amp;Classes</source>
            <translation>&amp;Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>&amp;Clear</source>
            <translation>&amp;Leeren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>&amp;Close</source>
            <translation>&amp;Schließen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Close project</source>
            <translation>Projekt &amp;schließen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>&amp;Comparison</source>
            <translation>Ver&amp;gleich</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>&amp;Copy picture</source>
            <translation>Bild &amp;kopieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Dark</source>
            <translation>&amp;Dunkel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Dataset</source>
            <translation>&amp;Datensatz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/message_bar.py" />
            <source>&amp;Details</source>
            <translation>Detai&amp;ls</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>&amp;Done</source>
            <translation>&amp;Fertig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>&amp;End the tour</source>
            <translation>Tour be&amp;enden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Evaluation</source>
            <translation>&amp;Auswertung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>&amp;Go on</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>&amp;Go on with the stopped training</source>
            <translation>&amp;Gestopptes Training fortsetzen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>&amp;Go to training</source>
            <translation>&amp;Zum Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Guided tour of the sample</source>
            <translation>&amp;Geführte Tour durch das Beispiel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>&amp;Import…</source>
            <translation>&amp;Importieren…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Jobs</source>
            <translation>&amp;Jobs</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>&amp;Keep a helper ready</source>
            <translation>Einen &amp;Helfer bereithalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>&amp;Keep training</source>
            <translation>&amp;Weiter trainieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>&amp;Language</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>&amp;Layers</source>
            <translation>&amp;Schichten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>&amp;Left out</source>
            <translation>Ausgelasse&amp;n</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>&amp;Left out ({n})</source>
            <translation>Ausgelasse&amp;n ({n})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Light</source>
            <translation>&amp;Hell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>&amp;Log</source>
            <translation>&amp;Protokoll</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>&amp;Mirror left and right</source>
            <translation>Links und rechts spie&amp;geln</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>&amp;Mix-ups</source>
            <translation>&amp;Verwechslungen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Model</source>
            <translation>&amp;Modell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>&amp;Next</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>&amp;Open a folder of photos</source>
            <translation>Fotoordner ö&amp;ffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Open a folder of photos…</source>
            <translation>Fotoordner ö&amp;ffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_zone.py" />
            <source>&amp;Open a folder…</source>
            <translation>&amp;Ordner öffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>&amp;Open another folder…</source>
            <translation>Anderen &amp;Ordner öffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>&amp;Open folder…</source>
            <translation>&amp;Ordner öffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>&amp;Open photos…</source>
            <translation>F&amp;otos öffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>&amp;Pause</source>
            <translation>Pa&amp;use</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>&amp;Photos</source>
            <translation>&amp;Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>&amp;Pretrained</source>
            <translation>&amp;Vortrainiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Quit</source>
            <translation>Been&amp;den</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Recent projects</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipe_choice.py" />
            <source>&amp;Recipe</source>
            <translation>&amp;Rezept</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Redo</source>
            <translation>&amp;Wiederherstellen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Redo: {step}</source>
            <translation>&amp;Wiederherstellen: {step}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/recent_card.py" />
            <source>&amp;Remove from this list</source>
            <translation>Aus dieser Liste &amp;entfernen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>&amp;Save the results…</source>
            <translation>Ergebnisse &amp;speichern…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Self-test</source>
            <translation>&amp;Selbsttest</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>&amp;Stop</source>
            <translation>&amp;Stoppen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/wiring.py" />
            <source>&amp;Stop and go on</source>
            <translation>&amp;Stoppen und fortfahren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/wiring.py" />
            <source>&amp;Stop and keep the best model</source>
            <translation>&amp;Stoppen und bestes Modell behalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Stop the running job</source>
            <translation>Laufende Aufgabe &amp;stoppen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>&amp;Stopping…</source>
            <translation>&amp;Stoppt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>&amp;Test again on {n} {n:photo|photos}</source>
            <translation>Noch einmal mit {n} {n:Foto|Fotos} &amp;testen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>&amp;Test on {n} {n:photo|photos}</source>
            <translation>Mit {n} {n:Foto|Fotos} &amp;testen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>&amp;Theme</source>
            <translation>&amp;Erscheinungsbild</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>&amp;Train again</source>
            <translation>&amp;Noch einmal trainieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>&amp;Train on {n} {n:photo|photos}</source>
            <translation>Mit {n} {n:Foto|Fotos} &amp;trainieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Training</source>
            <translation>&amp;Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Undo: {step}</source>
            <translation>&amp;Rückgängig: {step}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>&amp;Vary the light and colours</source>
            <translation>Licht und Farben &amp;verändern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Viewer</source>
            <translation>&amp;Betrachter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>&amp;Where are they now?</source>
            <translation>Wo sind sie &amp;jetzt?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>&amp;Worst photos</source>
            <translation>Schl&amp;echteste Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/predict.py" />
            <source>--top-k {value} is out of range. Choose 1 or more.</source>
            <translation>--top-k {value} ist nicht möglich. Wählen Sie 1 oder mehr.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>32 maps</source>
            <translation>32 Karten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>64 maps</source>
            <translation>64 Karten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>95 % interval</source>
            <translation>95-%-Intervall</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/draw_sample.py" />
            <location filename="../../cnn_desktop/domain/jobs/scan.py" />
            <source>A folder is being read. Wait until it is done.</source>
            <translation>Gerade wird ein Ordner gelesen. Warten Sie, bis das fertig ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>A folder with one folder of photos for each class.</source>
            <translation>Ein Ordner mit je einem Fotoordner für jede Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>A good start: small, quick, comes with the app</source>
            <translation>Ein guter Anfang: klein, schnell, schon dabei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/service.py" />
            <source>A helper process broke off and was started again.</source>
            <translation>Ein Hilfsprozess ist abgebrochen und wurde neu gestartet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/service.py" />
            <source>A helper process keeps breaking off and was not started again. Close and open the app to try anew.</source>
            <translation>Ein Hilfsprozess bricht immer wieder ab und wurde nicht mehr gestartet. Schließen und öffnen Sie das Programm, um es neu zu versuchen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/children.py" />
            <source>A helper process spoke of a job this window did not ask for; it is ignored.</source>
            <translation>Ein Hilfsprozess sprach von einem Auftrag, den dieses Fenster nicht erteilt hat; das wird nicht beachtet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>A job uses the cache now. Wait until it is done, or stop it.</source>
            <translation>Eine Aufgabe benutzt gerade den Zwischenspeicher. Warten Sie, bis sie fertig ist, oder halten Sie sie an.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>A model needs photos of at least two classes.</source>
            <translation>Ein Modell braucht Fotos aus mindestens zwei Klassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>A network that has seen a million photos already knows edges, textures and shapes. First those layers are frozen and only a new last layer learns your classes; then all layers are trained gently together.</source>
            <translation>Ein Netz, das schon eine Million Fotos gesehen hat, kennt Kanten, Strukturen und Formen. Zuerst bleiben diese Schichten eingefroren, und nur eine neue letzte Schicht lernt Ihre Klassen; danach werden alle Schichten gemeinsam behutsam weitertrainiert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>A network that has seen a million photos already. It needs only a new last layer for your classes, so it learns in minutes. SimpleCNN, the course's own, starts from nothing: compare them.</source>
            <translation>Ein Netz, das schon eine Million Fotos gesehen hat. Es braucht nur eine neue letzte Schicht für Ihre Klassen, darum lernt es in Minuten. SimpleCNN aus dem Kurs fängt bei null an: Vergleichen Sie die beiden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>A part that gets no better ends early.</source>
            <translation>Ein Teil, der nicht mehr besser wird, endet früher.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>A recipe goes on to its next part after {n} epochs without a better check.</source>
            <translation>Ein Rezept geht nach {n} Epochen ohne bessere Prüfung zum nächsten Teil über.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>A second process waits with everything loaded, so that training and testing start at once. It takes about 0.7 GB of memory, and is given up when memory gets short.</source>
            <translation>Ein zweiter Prozess wartet, in dem schon alles geladen ist, damit Training und Test sofort beginnen. Er braucht etwa 0,7 GB Arbeitsspeicher und wird aufgegeben, wenn der knapp wird.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/train.py" />
            <source>A setting is not understood: {reason}.</source>
            <translation>Eine Einstellung ist unverständlich: {reason}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>A small filter slides over the picture and answers wherever it finds its pattern: an edge, a colour, a texture. The same few numbers are used everywhere, so a pattern is found wherever it lies. Many filters together make one layer.</source>
            <translation>Ein kleiner Filter gleitet über das Bild und meldet sich, wo er sein Muster findet: eine Kante, eine Farbe, eine Struktur. Überall gelten dieselben wenigen Zahlen, darum wird ein Muster gefunden, wo immer es liegt. Viele Filter zusammen bilden eine Schicht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>A test is running. Stop it first, or wait until it is done.</source>
            <translation>Gerade läuft ein Test. Stoppen Sie ihn zuerst, oder warten Sie, bis er fertig ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>A training is running</source>
            <translation>Ein Training läuft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>A training is running. Stop it first, or wait until it is done.</source>
            <translation>Gerade läuft ein Training. Stoppen Sie es zuerst, oder warten Sie, bis es fertig ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>About CNN Desktop</source>
            <translation>Über CNN Desktop</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/scatter.py" />
            <source>Accuracy against size of the models</source>
            <translation>Genauigkeit der Modelle über ihrer Größe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Accuracy on ImageNet</source>
            <translation>Genauigkeit auf ImageNet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>AdamW</source>
            <translation>AdamW</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Add photos, or put some into a folder called test, and train again.</source>
            <translation>Fügen Sie Fotos hinzu, oder legen Sie einige in einen Ordner namens test, und trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Advance&amp;d</source>
            <translation>&amp;Erweitert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>After a training this page tells how good the model is with photos it has never seen.</source>
            <translation>Nach einem Training steht hier, wie gut das Modell mit Fotos ist, die es nie gesehen hat.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <source>All classes</source>
            <translation>Alle Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <source>All classes, {n} {n:photo|photos}</source>
            <translation>Alle Klassen, {n} {n:Foto|Fotos}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>Anot&amp;her photo</source>
            <translation>And&amp;eres Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Another job is running.</source>
            <translation>Gerade läuft eine andere Aufgabe.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/timm_search.py" />
            <source>Another model from the timm library</source>
            <translation>Ein anderes Modell aus der timm-Bibliothek</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>As the &amp;system</source>
            <translation>Wie das &amp;System</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/parts.py" />
            <source>At the end the whole network learns for {n} epochs: that takes little time here.</source>
            <translation>Zum Schluss lernt das ganze Netz {n} Epochen lang: Das dauert hier nicht lange.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Augmentation</source>
            <translation>Augmentierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Balanced</source>
            <translation>Ausgewogen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Batch</source>
            <translation>Batch</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Batch size</source>
            <translation>Batchgröße</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Batch size 1 cannot train {model}, whose BatchNorm layers compare photos within a batch. Choose 2 or more.</source>
            <translation>Mit Batchgröße 1 lässt sich {model} nicht trainieren, denn seine BatchNorm-Schichten vergleichen die Fotos eines Batches. Wählen Sie 2 oder mehr.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Batch size {value} is out of range. Choose 1 to 4096.</source>
            <translation>Batchgröße {value} ist nicht möglich. Wählen Sie 1 bis 4096.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Best</source>
            <translation>Gründlich</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>Best accuracy for its size</source>
            <translation>Am genauesten für seine Größe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>Brightness, contrast and colours, up to 20 % each.</source>
            <translation>Helligkeit, Kontrast und Farben, je bis zu 20 %.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>C&amp;rop at random</source>
            <translation>&amp;Zufällig zuschneiden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Camera</source>
            <translation>Kamera</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>Cancel the running job</source>
            <translation>Laufende Aufgabe abbrechen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>Change training photos a little</source>
            <translation>Trainingsfotos ein wenig verändern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>Checking the photos</source>
            <translation>Fotos werden geprüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Checking with the validation photos, epoch {epoch} of {epochs}</source>
            <translation>Prüfung mit den Validierungsfotos, Epoche {epoch} von {epochs}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/import_weights.py" />
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>Checking {file}</source>
            <translation>{file} wird geprüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Choose a smaller batch size and train again; the best model so far is kept.</source>
            <translation>Wählen Sie eine kleinere Batchgröße und trainieren Sie erneut; das bisher beste Modell bleibt erhalten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>Chosen at random, class by class. Photos added later do not change it.</source>
            <translation>Zufällig gewählt, Klasse für Klasse. Später hinzugefügte Fotos ändern daran nichts.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Chosen for you</source>
            <translation>Wird für Sie gewählt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Cl&amp;ose</source>
            <translation>Schl&amp;ießen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Classes</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <source>Classes and their number of photos</source>
            <translation>Klassen und ihre Zahl von Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/mix_up_table.py" />
            <source>Classes taken for each other</source>
            <translation>Verwechselte Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/predict.py" />
            <source>Classifying</source>
            <translation>Fotos werden erkannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>Close other programs and test again.</source>
            <translation>Schließen Sie andere Programme und testen Sie erneut.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>Close other programs and try again.</source>
            <translation>Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/compiled.py" />
            <source>Compiled it is only {times:.2f} times as fast here, so it learns as it is.</source>
            <translation>Kompiliert ist es hier nur {times:.2f}-mal so schnell, deshalb lernt es so, wie es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Confidence (softmax)</source>
            <translation>Sicherheit (Softmax)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Confusion matrix</source>
            <translation>Verwechslungsmatrix</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>Confusion matrix (*.png)</source>
            <translation>Verwechslungsmatrix (*.png)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Constant</source>
            <translation>Gleichbleibend</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Convolution</source>
            <translation>Faltung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Convolution 3×3, ReLU, pooling</source>
            <translation>Faltung 3×3, ReLU, Pooling</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/details.py" />
            <source>Cop&amp;y</source>
            <translation>Kopie&amp;ren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/details.py" />
            <source>Copy the message and its details</source>
            <translation>Meldung und Details kopieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Cosine</source>
            <translation>Kosinus</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Curves of loss and accuracy</source>
            <translation>Kurven von Verlust und Genauigkeit</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>D&amp;rawing</source>
            <translation>&amp;Zeichnung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>Dataset</source>
            <translation>Datensatz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/pixels/source.py" />
            <source>Decoded photos cannot be kept in {folder} ({reason}), so they stay in memory for this training.</source>
            <translation>Dekodierte Fotos lassen sich in {folder} nicht aufbewahren ({reason}); für dieses Training bleiben sie im Arbeitsspeicher.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/status.py" />
            <source>Deta&amp;ils</source>
            <translation>Detai&amp;ls</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <location filename="../../cnn_desktop/gui/kit/details.py" />
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/message_bar.py" />
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Do&amp;wnload</source>
            <translation>Her&amp;unterladen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Do&amp;wnload, {mb:.0f} MB</source>
            <translation>Her&amp;unterladen, {mb:.0f} MB</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Done in {time}: {val:.1%} of the validation photos right (epoch {best}).</source>
            <translation>Fertig nach {time}: {val:.1%} der Validierungsfotos richtig (Epoche {best}).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/download_weights.py" />
            <source>Downloading the weights of {model}</source>
            <translation>Gewichte von {model} werden heruntergeladen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>Downloading the weights of {model} (megabytes)</source>
            <translation>Gewichte von {model} werden heruntergeladen (Megabyte)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Drawing (*.svg)</source>
            <translation>Zeichnung (*.svg)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/sample/draw.py" />
            <location filename="../../cnn_desktop/domain/jobs/draw_sample.py" />
            <source>Drawing the sample photos</source>
            <translation>Beispielfotos werden gezeichnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/sample/draw.py" />
            <source>Drawing the sample photos.</source>
            <translation>Beispielfotos werden gezeichnet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/wiring.py" />
            <source>Drop a folder of photos first: photos are classified once a model is trained.</source>
            <translation>Legen Sie zuerst einen Fotoordner hier ab: Fotos werden erkannt, sobald ein Modell trainiert ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_zone.py" />
            <source>Drop a folder of photos here</source>
            <translation>Fotoordner hier ablegen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>Drop a folder of photos here.</source>
            <translation>Legen Sie hier einen Fotoordner ab.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Drop a folder of photos on a window, get an image classifier you can trust. Everything happens on this computer: no photo and no model leaves it.</source>
            <translation>Legen Sie einen Fotoordner auf einem Fenster ab, und Sie bekommen eine Bilderkennung, der Sie vertrauen können. Alles geschieht auf diesem Computer: Kein Foto und kein Modell verlässt ihn.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_page.py" />
            <source>Drop a folder of photos, train a model that tells them apart, and see how far you can trust it.</source>
            <translation>Legen Sie einen Fotoordner ab, trainieren Sie ein Modell, das die Fotos unterscheidet, und sehen Sie, wie weit Sie ihm trauen können.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Drop a photo here.</source>
            <translation>Legen Sie hier ein Foto ab.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Drop any photo here to see what the model makes of it, and how sure it is. That was the tour: drop a folder of your own photos on the window to begin.</source>
            <translation>Legen Sie hier ein beliebiges Foto ab, um zu sehen, was das Modell darin erkennt und wie sicher es ist. Das war die Tour: Legen Sie einen Ordner mit eigenen Fotos auf dem Fenster ab, um zu beginnen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Each folder is a class. The bars show how many photos each class has; about 15 in 100 are kept aside for a fair test at the end. A few photos of the sample have wrong labels, as real ones do.</source>
            <translation>Jeder Ordner ist eine Klasse. Die Balken zeigen, wie viele Fotos jede Klasse hat; etwa 15 von 100 bleiben für einen fairen Test am Ende beiseite. Einige Fotos des Beispiels sind falsch zugeordnet, wie im echten Leben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Each row is a true class, each column what the network said. Right answers lie on the diagonal; a strong field beside it shows which two classes are taken for each other.</source>
            <translation>Jede Zeile ist eine wahre Klasse, jede Spalte das, was das Netz gesagt hat. Richtige Antworten liegen auf der Diagonalen; ein kräftiges Feld daneben zeigt, welche zwei Klassen verwechselt werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Each time a training photo is used it is changed a little: mirrored, cropped, brightened. The network sees more variety and learns what does not matter. Validation and test photos are never changed.</source>
            <translation>Jedes Mal, wenn ein Trainingsfoto verwendet wird, wird es ein wenig verändert: gespiegelt, zugeschnitten, aufgehellt. Das Netz sieht mehr Vielfalt und lernt, worauf es nicht ankommt. Validierungs- und Testfotos werden nie verändert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>End early when nothing gets better</source>
            <translation>Ohne Verbesserung früher enden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>Epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Epoch {epoch} of {epochs}: loss {loss:.3f}, {val:.1%} of the validation photos right, {s:.0f} s.</source>
            <translation>Epoche {epoch} von {epochs}: Verlust {loss:.3f}, {val:.1%} der Validierungsfotos richtig, {s:.0f} s.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Epoch {epoch} of {epochs}: the loss is no longer a number. Choose a smaller learning rate.</source>
            <translation>Epoche {epoch} von {epochs}: Der Verlust ist keine Zahl mehr. Wählen Sie eine kleinere Lernrate.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Epochs of the last stages</source>
            <translation>Epochen der letzten Stufen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Epochs of the new last layer</source>
            <translation>Epochen der neuen letzten Schicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Epochs of the whole network</source>
            <translation>Epochen des ganzen Netzes</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>Evaluation</source>
            <translation>Auswertung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Evaluation and Viewer use the model of this training</source>
            <translation>Auswertung und Betrachter verwenden das Modell dieses Trainings</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Every input is joined to every output with a weight of its own. This is where the found patterns are added up into one number for each class, and where most of a simple network's parameters are.</source>
            <translation>Jeder Eingang ist mit jedem Ausgang durch ein eigenes Gewicht verbunden. Hier werden die gefundenen Muster zu einer Zahl je Klasse zusammengezählt, und hier liegen die meisten Parameter eines einfachen Netzes.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Every photo is resized to a square of this side, in pixels.</source>
            <translation>Jedes Foto wird auf ein Quadrat dieser Seitenlänge gebracht, in Pixeln.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Everything works on this computer.</source>
            <translation>Auf diesem Computer funktioniert alles.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Exactly the course's loop</source>
            <translation>Genau die Schleife des Kurses</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Exposure</source>
            <translation>Belichtung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>Fast baseline</source>
            <translation>Schneller Vergleichswert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Features</source>
            <translation>Merkmale</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/left_out_list.py" />
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/left_out_list.py" />
            <source>Files left out</source>
            <translation>Ausgelassene Dateien</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Fit the window</source>
            <translation>In das Fenster einpassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>For phones and small devices</source>
            <translation>Für Telefone und kleine Geräte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Freezing (transfer learning)</source>
            <translation>Einfrieren (Transferlernen)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>From &amp;scratch</source>
            <translation>Von &amp;null</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>From scratch, the whole network learns all the time. Recipes are for pretrained networks.</source>
            <translation>Von null an lernt immer das ganze Netz. Rezepte sind für vortrainierte Netze.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>From scratch, without weights</source>
            <translation>Von null, ohne Gewichte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>From the timm library</source>
            <translation>Aus der timm-Bibliothek</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Fully connected</source>
            <translation>Vollständig verbunden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Fully connected layer</source>
            <translation>Vollständig verbundene Schicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Fully connected, ReLU</source>
            <translation>Vollständig verbunden, ReLU</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/status.py" />
            <source>Get the &amp;weights</source>
            <translation>&amp;Gewichte holen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Go to Training and press Train; it takes about a minute. The tour waits.</source>
            <translation>Gehen Sie zum Training und drücken Sie auf Trainieren; es dauert etwa eine Minute. Die Tour wartet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>Going on in epoch {epoch} of {epochs}.</source>
            <translation>Es geht weiter in Epoche {epoch} von {epochs}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Going on.</source>
            <translation>Es geht weiter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Guided tour</source>
            <translation>Geführte Tour</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Guided tour · {n} of {total}</source>
            <translation>Geführte Tour · {n} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Hard to tell.</source>
            <translation>Schwer zu sagen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Hard to tell: {name} or {other}.</source>
            <translation>Schwer zu sagen: {name} oder {other}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Here</source>
            <translation>Hier</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>How far the answers are from the truth; lower is better.</source>
            <translation>Wie weit die Antworten von der Wahrheit entfernt sind; weniger ist besser.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>How far the weights move at each correction. Too small, and the training takes forever; too large, and it jumps over the best place again and again. 0.001 is a good start for a new layer.</source>
            <translation>Wie weit sich die Gewichte bei jeder Korrektur bewegen. Zu klein, und das Training dauert ewig; zu groß, und es springt immer wieder über die beste Stelle hinweg. 0,001 ist ein guter Anfang für eine neue Schicht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>How far the weights of the last layer, or of a network trained from scratch, move at each step.</source>
            <translation>Wie weit sich die Gewichte der letzten Schicht, oder die eines von null trainierten Netzes, bei jedem Schritt bewegen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>How many of the photos get the right answer; higher is better.</source>
            <translation>Für wie viele der Fotos die Antwort stimmt; mehr ist besser.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>How much of a pretrained network may change. The rest keeps what it knows.</source>
            <translation>Wie viel von einem vortrainierten Netz sich ändern darf. Der Rest behält, was er kann.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>How often all training photos are seen while every layer learns. 0 leaves this out.</source>
            <translation>Wie oft alle Trainingsfotos gesehen werden, während jede Schicht lernt. 0 lässt das weg.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>How often all training photos are seen while only the new last layer learns. 0 leaves this out.</source>
            <translation>Wie oft alle Trainingsfotos gesehen werden, während nur die neue letzte Schicht lernt. 0 lässt das weg.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>How often all training photos are seen while the last stages learn. 0 leaves this out.</source>
            <translation>Wie oft alle Trainingsfotos angesehen werden, während die letzten Stufen lernen. 0 lässt das aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>If they are on a drive that is not plugged in, plug it in and open the project again.</source>
            <translation>Wenn sie auf einem Laufwerk liegen, das nicht angeschlossen ist, schließen Sie es an und öffnen Sie das Projekt noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Image size</source>
            <translation>Bildgröße</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Image size {value} is out of range: the models need at least 32 pixels and take at most 1024. 224 is usual.</source>
            <translation>Bildgröße {value} ist nicht möglich: Die Modelle brauchen mindestens 32 Pixel und nehmen höchstens 1024. Üblich ist 224.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <source>ImageNet</source>
            <translation>ImageNet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>ImageNet weights that come with the app</source>
            <translation>ImageNet-Gewichte, die schon dabei sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>Import a weights file</source>
            <translation>Gewichtsdatei importieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>Import a weights file for this model</source>
            <translation>Gewichtsdatei für dieses Modell importieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Included</source>
            <translation>Dabei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/photo_loader.py" />
            <source>It needs more memory than is free.</source>
            <translation>Es braucht mehr Speicher, als frei ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>It stands on the work of others</source>
            <translation>Es steht auf der Arbeit anderer</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Its pretrained weights are not on this computer yet: get them, or choose From scratch.</source>
            <translation>Seine vortrainierten Gewichte sind noch nicht auf diesem Computer: Holen Sie sie, oder wählen Sie „Von null“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>Keeps 70 to 100 % of the area.</source>
            <translation>Behält 70 bis 100 % der Fläche.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>L&amp;anguage</source>
            <translation>S&amp;prache</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/layer_table.py" />
            <source>Layer</source>
            <translation>Schicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/layer_table.py" />
            <source>Layers of the chosen model</source>
            <translation>Schichten des gewählten Modells</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Learning rate {value} cannot train anything. Choose a number above 0 and up to 10, for example 0.001.</source>
            <translation>Mit Lernrate {value} lässt sich nichts trainieren. Wählen Sie eine Zahl über 0 und bis 10, zum Beispiel 0,001.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Learning rate, last stages</source>
            <translation>Lernrate, letzte Stufen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Learning rate, whole network</source>
            <translation>Lernrate, ganzes Netz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Left</source>
            <translation>Links</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Licence of the weights: {licence}</source>
            <translation>Lizenz der Gewichte: {licence}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Licences of what this app stands on</source>
            <translation>Lizenzen dessen, worauf dieses Programm steht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/curves.py" />
            <location filename="../../cnn_desktop/gui/state/job_state.py" />
            <source>Loading the model and photos</source>
            <translation>Modell und Fotos werden geladen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Loading the model…</source>
            <translation>Modell wird geladen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Longest pause of the window while training</source>
            <translation>Längste Pause des Fensters beim Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Look</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Look at each photo once</source>
            <translation>Jedes Foto nur einmal ansehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>Looking for a graphics card…</source>
            <translation>Grafikkarte wird gesucht…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Looking inside the model…
The first time this takes a few seconds.</source>
            <translation>Ein Blick in das Modell…
Beim ersten Mal dauert das einige Sekunden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Looking…</source>
            <translation>Sieht nach…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/compiled.py" />
            <source>Measured on this card, it is {times:.2f} times as fast.</source>
            <translation>Auf dieser Karte gemessen ist es {times:.2f}-mal so schnell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>Measuring how quickly the parts of the network learn on this computer.</source>
            <translation>Es wird gemessen, wie schnell die Teile des Netzes auf diesem Computer lernen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/message_bar.py" />
            <source>Messages</source>
            <translation>Meldungen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Most often taken for another: “{true}” for “{predicted}”, {n} of {total} photos.</source>
            <translation>Am häufigsten verwechselt: „{true}“ mit „{predicted}“, {n} von {total} Fotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/score_bars.py" />
            <source>Most probable classes</source>
            <translation>Wahrscheinlichste Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <location filename="../../cnn_desktop/gui/model/layer_table.py" />
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Next photo</source>
            <translation>Nächstes Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>Nine examples of a changed photo</source>
            <translation>Neun Beispiele für ein verändertes Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>No answer</source>
            <translation>Keine Antwort</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>No class was taken for another.</source>
            <translation>Keine Klasse wurde mit einer anderen verwechselt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>No epochs to train. Choose at least one.</source>
            <translation>Keine Epochen zu trainieren. Wählen Sie mindestens eine.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>No hash is known for {file}. Its SHA-256 is {digest}; it is recorded.</source>
            <translation>Für {file} ist keine Prüfsumme bekannt. Ihr SHA-256 ist {digest}; er wird festgehalten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>No model yet</source>
            <translation>Noch kein Modell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <source>No photos here.</source>
            <translation>Hier sind keine Fotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>None is wrong; the least sure first</source>
            <translation>Keines ist falsch; die unsichersten zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/evaluate.py" />
            <source>None of the {n} photos to test could be read. Check that their folder is still there: {folder}</source>
            <translation>Keines der {n} Testfotos konnte gelesen werden. Prüfen Sie, ob ihr Ordner noch da ist: {folder}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/chapters.py" />
            <source>None of the {n} training photos could be read. Check that their folder is still there: {folder}</source>
            <translation>Keines der {n} Trainingsfotos konnte gelesen werden. Prüfen Sie, ob ihr Ordner noch da ist: {folder}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/chapters.py" />
            <source>None of the {n} validation photos could be read. Check that their folder is still there: {folder}</source>
            <translation>Keines der {n} Validierungsfotos konnte gelesen werden. Prüfen Sie, ob ihr Ordner noch da ist: {folder}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>None of the {n} {n:file|files} in {folder} can be used: {file} is left out because {reason}</source>
            <translation>Keine der {n} {n:Datei|Dateien} in {folder} ist brauchbar: {file} wird ausgelassen, denn {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>None of the {total} {total:photo|photos} of “{true}” was recognised.</source>
            <translation>Von {total} {total:Foto|Fotos} von „{true}“ wurde keines erkannt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>None of the {total} {total:photo|photos} of “{true}” was taken for “{predicted}”.</source>
            <translation>Von {total} {total:Foto|Fotos} von „{true}“ wurde keines für „{predicted}“ gehalten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>Not for text, signs or left and right hands.</source>
            <translation>Nicht für Schrift, Schilder oder linke und rechte Hände.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Nothing is trained yet.</source>
            <translation>Noch ist nichts trainiert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Number format</source>
            <translation>Zahlenformat</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Numbers (*.csv)</source>
            <translation>Zahlen (*.csv)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_onnx.py" />
            <source>ONNX Runtime cannot be loaded: {reason}.</source>
            <translation>ONNX Runtime kann nicht geladen werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_onnx.py" />
            <source>ONNX Runtime cannot run this network: {reason}.</source>
            <translation>ONNX Runtime kann dieses Netz nicht ausführen: {reason}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_onnx.py" />
            <source>ONNX Runtime is not installed.</source>
            <translation>ONNX Runtime ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>ONNX Runtime, as planned</source>
            <translation>ONNX Runtime, wie geplant</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>ONNX Runtime: {a:.0f} photos a second, PyTorch {b:.0f}</source>
            <translation>ONNX Runtime: {a:.0f} Fotos in der Sekunde, PyTorch {b:.0f}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Of the training only. What is shown and saved is always computed in float32.</source>
            <translation>Nur beim Training. Was gezeigt und gespeichert wird, ist immer in float32 gerechnet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>One epoch means that every training photo has been looked at once. After each epoch the validation photos tell whether the network still gets better.</source>
            <translation>Eine Epoche heißt, dass jedes Trainingsfoto einmal angesehen wurde. Nach jeder Epoche zeigen die Validierungsfotos, ob das Netz noch besser wird.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/wiring.py" />
            <source>One folder at a time: {folder} is opened.</source>
            <translation>Immer nur ein Ordner: {folder} wird geöffnet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>One folder for each class, named after it. The photos stay where they are and are never changed.</source>
            <translation>Ein Ordner je Klasse, nach ihr benannt. Die Fotos bleiben, wo sie sind, und werden nie verändert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_zone.py" />
            <source>One folder inside it for each class, named like the class</source>
            <translation>Darin ein Ordner je Klasse, benannt wie die Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>One number for how far the answers are from the truth, and what training makes smaller: the cross-entropy, −ln of the share given to the right class, averaged over the photos. A sure right answer costs nothing, a sure wrong one a lot.</source>
            <translation>Eine Zahl dafür, wie weit die Antworten von der Wahrheit entfernt sind; das Training macht sie kleiner: die Kreuzentropie, −ln des Anteils für die richtige Klasse, gemittelt über die Fotos. Eine sichere richtige Antwort kostet nichts, eine sichere falsche viel.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Only the new last layer</source>
            <translation>Nur die neue letzte Schicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Only the new last layer learns, as chosen under Advanced: all three do the same.</source>
            <translation>Nur die neue letzte Schicht lernt, wie unter „Erweitert“ gewählt: Alle drei tun dasselbe.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Only the new last layer learns. Good for a first look.</source>
            <translation>Nur die neue letzte Schicht lernt. Gut für einen ersten Eindruck.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Open a &amp;project…</source>
            <translation>&amp;Projekt öffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>Open a folder of photos</source>
            <translation>Fotoordner öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/runs.py" />
            <source>Open a folder of photos first.</source>
            <translation>Öffnen Sie zuerst einen Fotoordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>Open a project (a folder whose name ends in .cnnproj)</source>
            <translation>Projekt öffnen (ein Ordner, dessen Name auf .cnnproj endet)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Open in another window: it can only be looked at here.</source>
            <translation>In einem anderen Fenster geöffnet: Hier kann es nur angesehen werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Open photos</source>
            <translation>Fotos öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Open the &amp;sample</source>
            <translation>&amp;Beispiel öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/scan.py" />
            <source>Open the folder again, and report it if it returns.</source>
            <translation>Öffnen Sie den Ordner erneut, und melden Sie es, wenn es wiederkehrt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/project.py" />
            <source>Opening {name}</source>
            <translation>{name} wird geöffnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_zone.py" />
            <source>Opens six classes of drawn photos that come with the app</source>
            <translation>Öffnet sechs Klassen gezeichneter Fotos, die schon dabei sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Optimiser</source>
            <translation>Optimierer</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Or copy one elsewhere and paste it with Ctrl+V.</source>
            <translation>Oder kopieren Sie anderswo eines und fügen Sie es mit Strg+V ein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/layer_table.py" />
            <source>Output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Overfitting</source>
            <translation>Überanpassung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Own pixels, 1 to 1</source>
            <translation>Eigene Pixel, 1 zu 1</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/layer_table.py" />
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>Paused</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Paused.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Paused: {doing}</source>
            <translation>Angehalten: {doing}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <location filename="../../cnn_desktop/gui/viewer/photo_view.py" />
            <source>Photo</source>
            <translation>Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/gui/evaluation/mix_up_table.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Photos (*.jpg *.jpeg *.png *.bmp *.gif *.webp *.tif *.tiff *.heic *.heif *.avif);;All files (*)</source>
            <translation>Fotos (*.jpg *.jpeg *.png *.bmp *.gif *.webp *.tif *.tiff *.heic *.heif *.avif);;Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Photos go through the network in small groups. After each group the weights are corrected once, by the average mistake of the group. Larger batches are steadier and need more memory.</source>
            <translation>Die Fotos gehen in kleinen Gruppen durch das Netz. Nach jeder Gruppe werden die Gewichte einmal korrigiert, um den mittleren Fehler der Gruppe. Größere Batches sind ruhiger und brauchen mehr Speicher.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Photos of the small test right</source>
            <translation>Fotos des kleinen Tests richtig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>Photos of “{name}”, the surest mistakes first</source>
            <translation>Fotos von „{name}“, die sichersten Irrtümer zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>Photos right (%)</source>
            <translation>Fotos richtig (%)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Photos seen together before the weights change. Choose less if memory runs out.</source>
            <translation>Fotos, die zusammen gesehen werden, bevor sich die Gewichte ändern. Wählen Sie weniger, wenn der Speicher nicht reicht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>Photos with what the model said</source>
            <translation>Fotos mit dem, was das Modell sagte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Picture (*.png)</source>
            <translation>Bild (*.png)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>Picture and filter</source>
            <translation>Bild und Filter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Pooling</source>
            <translation>Pooling</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Pooling makes the picture smaller: of each two by two numbers only the largest is kept. What was found stays, its exact place is forgotten, and the next layer has a quarter of the work.</source>
            <translation>Pooling macht das Bild kleiner: Von je zwei mal zwei Zahlen bleibt nur die größte. Was gefunden wurde, bleibt; wo genau, wird vergessen, und die nächste Schicht hat nur ein Viertel der Arbeit.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Precision</source>
            <translation>Precision</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Precision and recall</source>
            <translation>Precision und Recall</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <source>Precision and recall of each class</source>
            <translation>Precision und Recall jeder Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Precision: of the photos the network called glass, how many are glass. Recall: of the photos that are glass, how many it found. F1 is high only when both are.</source>
            <translation>Precision: Wie viele der Fotos, die das Netz Glas genannt hat, sind Glas. Recall: Wie viele der Fotos, die Glas sind, hat es gefunden. F1 ist nur hoch, wenn beide es sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <source>Predicted class</source>
            <translation>Erkannte Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Press Test: now the photos kept aside are used, once. Look at the worst ones first; on the sample some of them turn out to be labelled wrong, not classified wrong.</source>
            <translation>Drücken Sie auf Testen: Jetzt werden die beiseitegelegten Fotos verwendet, ein einziges Mal. Sehen Sie zuerst die schlechtesten an; im Beispiel erweisen sich einige als falsch zugeordnet, nicht als falsch erkannt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Pretrained weights</source>
            <translation>Vortrainierte Gewichte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>Pretrained weights for {model} are not on this computer. Import a weights file, download them, start from scratch (weights none), or choose EfficientNet-Lite0, whose weights come with the app.</source>
            <translation>Vortrainierte Gewichte für {model} sind nicht auf diesem Computer. Importieren Sie eine Gewichtsdatei, laden Sie sie herunter, beginnen Sie bei null (weights none), oder wählen Sie EfficientNet-Lite0, dessen Gewichte dabei sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Previous photo</source>
            <translation>Voriges Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Probably {name}.</source>
            <translation>Wahrscheinlich {name}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/job_bar.py" />
            <source>Progress of the running job</source>
            <translation>Fortschritt der laufenden Aufgabe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/status.py" />
            <source>Progress of the training</source>
            <translation>Fortschritt des Trainings</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Pulls the weights towards zero, against overfitting. 0 is off.</source>
            <translation>Zieht die Gewichte zur Null hin, gegen Überanpassung. 0 ist aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>PyTorch on {device}</source>
            <translation>PyTorch auf {device}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>PyTorch, as ONNX Runtime gives other numbers for this network</source>
            <translation>PyTorch, weil ONNX Runtime für dieses Netz andere Zahlen liefert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>PyTorch, as planned</source>
            <translation>PyTorch, wie geplant</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>PyTorch, as the photos are few</source>
            <translation>PyTorch, weil es wenige Fotos sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>PyTorch: {a:.0f} photos a second, ONNX Runtime {b:.0f}</source>
            <translation>PyTorch: {a:.0f} Fotos in der Sekunde, ONNX Runtime {b:.0f}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>PyTorch: {reason}</source>
            <translation>PyTorch: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Quick</source>
            <translation>Schnell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Read the folder &amp;again</source>
            <translation>Ordner neu &amp;einlesen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/connection.py" />
            <source>Reading photos</source>
            <translation>Fotos werden gelesen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>Reading the photos</source>
            <translation>Die Fotos werden gelesen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/reader.py" />
            <source>Reading what the backbone sees in your photos</source>
            <translation>Liest, was das Netz in Ihren Fotos sieht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/project.py" />
            <source>Reading {name}</source>
            <translation>{name} wird gelesen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Ready to train</source>
            <translation>Bereit zum Trainieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Recall</source>
            <translation>Recall</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_page.py" />
            <source>Recent projects</source>
            <translation>Zuletzt geöffnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/training/recipe_choice.py" />
            <source>Recipe</source>
            <translation>Rezept</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Recipes need “Look at each photo once”, which is switched off under Advanced.</source>
            <translation>Rezepte brauchen „Jedes Foto nur einmal ansehen“; das ist unter „Erweitert“ ausgeschaltet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>Report (*.html)</source>
            <translation>Bericht (*.html)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Right</source>
            <translation>Rechts</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Rows: true class. Columns: predicted class.</source>
            <translation>Zeilen: wahre Klasse. Spalten: erkannte Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Run {run}, tested {when} on {device}.</source>
            <translation>Training {run}, getestet {when} auf {device}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Runs on</source>
            <translation>Läuft auf</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>S&amp;moothing</source>
            <translation>&amp;Glättung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>SGD</source>
            <translation>SGD</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Save as &amp;drawing…</source>
            <translation>Als &amp;Zeichnung speichern…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Save as &amp;picture…</source>
            <translation>Als &amp;Bild speichern…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Save the &amp;numbers…</source>
            <translation>&amp;Zahlen speichern…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Save the curves</source>
            <translation>Kurven speichern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>Save the results</source>
            <translation>Ergebnisse speichern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Schedule</source>
            <translation>Verlauf der Lernrate</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Se&amp;ttings…</source>
            <translation>&amp;Einstellungen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/timm_search.py" />
            <source>Search the timm library, for example convnext tiny</source>
            <translation>In timm suchen, zum Beispiel convnext tiny</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Seed</source>
            <translation>Startzahl</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Seed {value} is out of range. Choose 0 to 4294967295.</source>
            <translation>Startzahl {value} ist nicht möglich. Wählen Sie 0 bis 4294967295.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Self-test</source>
            <translation>Selbsttest</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>Set up the &amp;training</source>
            <translation>&amp;Training einrichten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <source>Share of ImageNet's photos for which the pretrained network's first answer is right (top-1); with your photos it will be another.</source>
            <translation>Anteil der Fotos von ImageNet, bei denen die erste Antwort des vortrainierten Netzes stimmt (Top-1); mit Ihren Fotos wird er ein anderer sein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Show the &amp;log folder</source>
            <translation>&amp;Protokollordner zeigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>Simple and large</source>
            <translation>Einfach und groß</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/architecture_drawing.py" />
            <source>SimpleCNN: {shapes}</source>
            <translation>SimpleCNN: {shapes}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Small pictures, and what a network has seen in your photos: it makes later trainings quick, and is made again when it is missing. Your photos, projects and models are not part of it.</source>
            <translation>Kleine Bilder und das, was ein Netz in Ihren Fotos gesehen hat: Es macht spätere Trainings schnell und wird neu gemacht, wenn es fehlt. Ihre Fotos, Projekte und Modelle gehören nicht dazu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Smaller, so that what the pretrained network knows is kept. The course uses 0.00001.</source>
            <translation>Kleiner, damit erhalten bleibt, was das vortrainierte Netz weiß. Der Kurs nimmt 0,00001.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Smoothing</source>
            <translation>Glättung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Smooths the training curves; the values as they came stay behind, faint</source>
            <translation>Glättet die Trainingskurven; die Werte, wie sie kamen, bleiben blass dahinter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>Something else is being done. Stop it first, or wait until it is done.</source>
            <translation>Es läuft schon etwas anderes. Stoppen Sie es erst, oder warten Sie, bis es fertig ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/child/queue.py" />
            <source>Something unexpected went wrong ({error}). What was saved is kept; try again, and report it if it returns.</source>
            <translation>Etwas Unerwartetes ist schiefgegangen ({error}). Was gespeichert war, bleibt erhalten; versuchen Sie es noch einmal, und melden Sie es, wenn es wieder vorkommt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/job_state.py" />
            <source>Something unexpected went wrong ({error}). Your photos and projects are safe; if it happens again, copy the details and report them.</source>
            <translation>Etwas Unerwartetes ist schiefgegangen ({error}). Ihre Fotos und Projekte sind sicher; wenn es wieder vorkommt, kopieren Sie die Details und melden Sie sie.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Speed</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <source>Split</source>
            <translation>Aufteilung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/status.py" />
            <source>Start from s&amp;cratch</source>
            <translation>Bei n&amp;ull beginnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_page.py" />
            <source>Start page</source>
            <translation>Startseite</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>Starting</source>
            <translation>Start</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>Starting the test</source>
            <translation>Der Test wird gestartet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/runs.py" />
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Starting the training process</source>
            <translation>Das Training wird gestartet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Starts from nothing: needs many photos and much longer.</source>
            <translation>Fängt bei null an: braucht viele Fotos und viel länger.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Starts from what it learned on a million photos, so a few dozen of yours for each class are enough.</source>
            <translation>Baut auf dem auf, was es an einer Million Fotos gelernt hat; ein paar Dutzend eigene je Klasse genügen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail.py" />
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>Stop</source>
            <translation>Stoppen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Stop and &amp;keep the best model so far</source>
            <translation>Stoppen und bestes Modell be&amp;halten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Stop and &amp;throw this training away</source>
            <translation>Stoppen und dieses Training &amp;verwerfen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>Stop the training</source>
            <translation>Training stoppen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Stopped after {epochs} {epochs:epoch|epochs}. The best model so far is kept: {val:.1%} of the validation photos right.</source>
            <translation>Nach {epochs} {epochs:Epoche|Epochen} gestoppt. Das bisher beste Modell bleibt: {val:.1%} der Validierungsfotos richtig.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/jobs.py" />
            <source>Stopped before it began.</source>
            <translation>Vor dem Beginn gestoppt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>Stopped before the first epoch was done, so there is no model yet. Resume to go on from here.</source>
            <translation>Vor dem Ende der ersten Epoche gestoppt, darum gibt es noch kein Modell. Setzen Sie es fort, um von hier weiterzumachen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>Stopped. Nothing was saved.</source>
            <translation>Gestoppt. Nichts wurde gespeichert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Stopping…</source>
            <translation>Stoppt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Storage</source>
            <translation>Speicherplatz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>Strong general purpose</source>
            <translation>Stark für alles</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>T&amp;est on {n} {n:photo|photos}</source>
            <translation>Mit {n} {n:Foto|Fotos} te&amp;sten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>T&amp;heme</source>
            <translation>&amp;Farbschema</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>Table of photos (*.csv)</source>
            <translation>Tabelle der Fotos (*.csv)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Taken</source>
            <translation>Aufgenommen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Takes about {time} on this computer.</source>
            <translation>Dauert auf diesem Computer etwa {time}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Takes about {time}, as measured on this computer before.</source>
            <translation>Dauert etwa {time}, wie auf diesem Computer schon gemessen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <source>Te&amp;st</source>
            <translation>Te&amp;st</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_bar.py" />
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Test &amp;again</source>
            <translation>&amp;Noch einmal testen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>Test again, and report it if it returns.</source>
            <translation>Testen Sie erneut, und melden Sie es, wenn es wiederkehrt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Test report</source>
            <translation>Testbericht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/connection.py" />
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <location filename="../../cnn_desktop/learning/answers/evaluate.py" />
            <source>Testing</source>
            <translation>Test läuft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Testing: opening a window, training, classifying…</source>
            <translation>Test: ein Fenster öffnen, trainieren, erkennen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>The best model so far is kept; train again, and report it if it returns.</source>
            <translation>Das bisher beste Modell bleibt erhalten; trainieren Sie erneut, und melden Sie es, wenn es wiederkehrt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>The cache is being cleared…</source>
            <translation>Der Zwischenspeicher wird geleert…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>The cache is being counted…</source>
            <translation>Der Zwischenspeicher wird gezählt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>The checkpoint in {folder} is of another training ({model}, {size} pixels, {n} classes). Start afresh, or choose another folder.</source>
            <translation>Der Zwischenstand in {folder} gehört zu einem anderen Training ({model}, {size} Pixel, {n} Klassen). Fangen Sie neu an, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>The class folders were found one level down, in {folder}.</source>
            <translation>Die Klassenordner wurden eine Ebene tiefer gefunden, in {folder}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>The class “{name}” has no training photos, so the model cannot learn it. Add some to its train folder.</source>
            <translation>Die Klasse „{name}“ hat keine Trainingsfotos, darum kann das Modell sie nicht lernen. Legen Sie welche in ihren Ordner unter train.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>The class “{name}” has only {n} {n:photo|photos}, too few to train, check and test with. Add some: 20 are a start.</source>
            <translation>Die Klasse „{name}“ hat nur {n} {n:Foto|Fotos}, zu wenige zum Trainieren, Prüfen und Testen. Fügen Sie welche hinzu: 20 sind ein Anfang.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>The course's loop has its own plan. Recipes are for this app's quicker one.</source>
            <translation>Die Schleife des Kurses hat ihren eigenen Plan. Rezepte sind für die schnellere dieses Programms.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>The course's loop knows no last stages. Choose 0 epochs of them, or switch the course's loop off.</source>
            <translation>Die Schleife des Kurses kennt keine letzten Stufen. Wählen Sie 0 Epochen dafür oder schalten Sie die Schleife des Kurses aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>The course's own network, from scratch: to learn with</source>
            <translation>Das Netz des Kurses, von null: zum Lernen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>The device mps cannot be used: {reason}. Choose auto.</source>
            <translation>Das Gerät mps kann nicht verwendet werden: {reason}. Wählen Sie auto.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>The device {device} cannot be used: {reason}. Choose auto or cpu.</source>
            <translation>Das Gerät {device} kann nicht verwendet werden: {reason}. Wählen Sie auto oder cpu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The disk is full: the project {folder} could not be saved. Free some space, then try again.</source>
            <translation>Die Festplatte ist voll: Das Projekt {folder} konnte nicht gespeichert werden. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>The disk is full: {file} could not be saved. Free some space or choose another folder, then try again.</source>
            <translation>Die Festplatte ist voll: {file} konnte nicht gespeichert werden. Schaffen Sie Platz oder wählen Sie einen anderen Ordner und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/space.py" />
            <source>The disk is too full: this training may need {need} MB in {folder}, and {free} MB are free. Free some space, then train.</source>
            <translation>Die Festplatte ist zu voll: Dieses Training braucht vielleicht {need} MB in {folder}, und {free} MB sind frei. Schaffen Sie Platz und trainieren Sie dann.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>The epochs below are your own.</source>
            <translation>Die Epochen unten sind Ihre eigenen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>The folder {folder} could not be read: {reason}. Check the disk, then open it again.</source>
            <translation>Der Ordner {folder} konnte nicht gelesen werden: {reason}. Prüfen Sie die Festplatte und öffnen Sie ihn noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>The folder {folder} is empty. Choose one that holds one folder of photos for each class.</source>
            <translation>Der Ordner {folder} ist leer. Wählen Sie einen, der je Klasse einen Fotoordner enthält.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>The folder “{name}” holds no usable photo, so there is no such class. Add photos.</source>
            <translation>Der Ordner „{name}“ enthält kein brauchbares Foto, darum gibt es diese Klasse nicht. Fügen Sie Fotos hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/predict.py" />
            <source>The folder “{path}” holds no photos. Choose another folder.</source>
            <translation>Der Ordner „{path}“ enthält keine Fotos. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/feature_phases.py" />
            <source>The frozen part is computed by {reason}.</source>
            <translation>Den eingefrorenen Teil rechnet {reason}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>The helper process</source>
            <translation>Der Hilfsprozess</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The highest: it rises at first, then falls to zero along half a cosine.</source>
            <translation>Die höchste: Sie steigt zuerst und fällt dann entlang eines halben Kosinus auf null.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <location filename="../../cnn_desktop/gui/frame/wiring.py" />
            <source>The language changes at the next start.</source>
            <translation>Die Sprache wechselt beim nächsten Start.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/feature_phases.py" />
            <source>The last layer of this network cannot be trained alone, so each epoch sends the photos through all of it.</source>
            <translation>Die letzte Schicht dieses Netzes lässt sich nicht allein trainieren, darum gehen die Fotos in jeder Epoche durch das ganze Netz.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The last stage too</source>
            <translation>Auch die letzte Stufe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>The last stages learn for longer, then the whole network. Sometimes a little better.</source>
            <translation>Die letzten Stufen lernen länger, dann das ganze Netz. Manchmal ein wenig besser.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/cut_choice.py" />
            <source>The last stages learn from {layer} on, as before.</source>
            <translation>Die letzten Stufen lernen ab {layer}, wie zuvor.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>The last stages of the network learn too. Right for most photos.</source>
            <translation>Auch die letzten Stufen des Netzes lernen. Für die meisten Fotos das Richtige.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>The last stages of the network learn your classes for {n} {n:epoch|epochs}.</source>
            <translation>Die letzten Stufen des Netzes lernen {n} {n:Epoche|Epochen} lang Ihre Klassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The last two stages too</source>
            <translation>Auch die letzten zwei Stufen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/cut_choice.py" />
            <source>The last {n:stage|{n} stages} of the network {n:learns|learn} with the new last layer: about {seconds:.0f} s for {epochs} epochs.</source>
            <translation>Die {n:letzte Stufe|letzten {n} Stufen} des Netzes {n:lernt|lernen} mit der neuen letzten Schicht: etwa {seconds:.0f} s für {epochs} Epochen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>The layers of this model could not be listed.</source>
            <translation>Die Schichten dieses Modells konnten nicht aufgelistet werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/child/queue.py" />
            <source>The light child cannot do “{job}”.</source>
            <translation>Der leichte Hilfsprozess kann „{job}“ nicht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/photos.py" />
            <source>The list of photos in {folder} is damaged. Train again.</source>
            <translation>Die Liste der Fotos in {folder} ist beschädigt. Trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/preferences.py" />
            <source>The list of recent projects could not be read, so it starts empty. The projects themselves are untouched.</source>
            <translation>Die Liste der zuletzt geöffneten Projekte konnte nicht gelesen werden, darum beginnt sie leer. Die Projekte selbst sind unberührt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The model</source>
            <translation>Das Modell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/trained.py" />
            <source>The model in {folder} is damaged. Train again.</source>
            <translation>Das Modell in {folder} ist beschädigt. Trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/demo.py" />
            <source>The model is trained, but the picture of the window could not be drawn: {reason}</source>
            <translation>Das Modell ist trainiert, aber das Bild des Fensters konnte nicht gezeichnet werden: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>The name of the folder {folder} holds bytes that are no letters. Rename it.</source>
            <translation>Der Name des Ordners {folder} enthält Bytes, die keine Buchstaben sind. Benennen Sie ihn um.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/weights.py" />
            <source>The name of {file} does not say which model it is for. Add --model NAME, for example --model resnet18.</source>
            <translation>Der Name von {file} sagt nicht, für welches Modell die Datei ist. Ergänzen Sie --model NAME, zum Beispiel --model resnet18.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The network begins to learn the training photos by heart: they get better and better, the validation photos get worse. The best epoch is the one before that, and it is the one this app keeps. More photos and augmentation help.</source>
            <translation>Das Netz beginnt, die Trainingsfotos auswendig zu lernen: Sie werden immer besser, die Validierungsfotos schlechter. Die beste Epoche ist die davor, und die behält dieses Programm. Mehr Fotos und Augmentierung helfen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/compiled.py" />
            <source>The network could not be compiled, so it learns as it is: {reason}</source>
            <translation>Das Netz ließ sich nicht kompilieren und lernt deshalb so, wie es ist: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The network gives each class a score; softmax turns the scores into shares that add up to 100 %. A high share means “more like this class than the others”, not “certainly right”: a photo of something quite different also gets a class.</source>
            <translation>Das Netz gibt jeder Klasse Punkte; Softmax macht daraus Anteile, die zusammen 100 % ergeben. Ein hoher Anteil heißt „dieser Klasse ähnlicher als den anderen“, nicht „sicher richtig“: Auch ein Foto von etwas ganz anderem bekommt eine Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/compiled.py" />
            <source>The network is compiled for this card now, which can take a minute.</source>
            <translation>Das Netz wird jetzt für diese Karte kompiliert, das kann eine Minute dauern.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>The network learns from scratch for {full} {full:epoch|epochs}.</source>
            <translation>Das Netz lernt {full} {full:Epoche|Epochen} lang von null.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The network learns from the training photos. The validation photos check it after each epoch. The test photos stay unseen until the end, so that they can tell how good it will be with new photos.</source>
            <translation>Das Netz lernt aus den Trainingsfotos. Die Validierungsfotos prüfen es nach jeder Epoche. Die Testfotos bleiben bis zum Schluss ungesehen, damit sie zeigen können, wie gut es mit neuen Fotos sein wird.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>The network that learns your classes. The first one is a good choice for most photos.</source>
            <translation>Das Netz, das Ihre Klassen lernt. Das erste ist für die meisten Fotos eine gute Wahl.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>The new last layer learns your classes for {n} {n:epoch|epochs}.</source>
            <translation>Die neue letzte Schicht lernt {n} {n:Epoche|Epochen} lang Ihre Klassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>The outer folders, such as “{outer}”, are taken as the classes. If the classes are the folders inside them, such as “{inner}”, open {folder} instead.</source>
            <translation>Die äußeren Ordner, wie „{outer}“, gelten als Klassen. Wenn die Ordner darin die Klassen sind, wie „{inner}“, öffnen Sie stattdessen {folder}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The photos</source>
            <translation>Die Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>The photos are not at {folder} any more.</source>
            <translation>Die Fotos sind nicht mehr in {folder}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>The photos are not where they were. The Dataset step helps to find them.</source>
            <translation>Die Fotos sind nicht mehr, wo sie waren. Der Schritt „Datensatz“ hilft, sie zu finden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>The photos lie directly in {folder}. Put them into one folder for each class, named after the class.</source>
            <translation>Die Fotos liegen direkt in {folder}. Legen Sie sie in je einen Ordner pro Klasse, benannt nach der Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>The plan does not know all parts of this training, so what it lacks is found out here.</source>
            <translation>Der Plan kennt nicht alle Teile dieses Trainings; was ihm fehlt, wird hier ermittelt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/draw_sample.py" />
            <source>The process that draws the sample</source>
            <translation>Der Prozess, der das Beispiel zeichnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/scan.py" />
            <source>The process that reads the folder</source>
            <translation>Der Prozess, der den Ordner liest</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The processor or graphics card that trains.</source>
            <translation>Der Prozessor oder die Grafikkarte, die trainiert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The project {folder} could not be created: {reason}. Choose another place.</source>
            <translation>Das Projekt {folder} konnte nicht angelegt werden: {reason}. Wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The project {folder} could not be opened or saved. Check its permissions, or copy it to a folder of your own.</source>
            <translation>Das Projekt {folder} konnte nicht geöffnet oder gespeichert werden. Prüfen Sie seine Zugriffsrechte, oder kopieren Sie es in einen eigenen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The project {folder} could not be read or saved: {reason}. Check the disk, then open it again.</source>
            <translation>Das Projekt {folder} konnte nicht gelesen oder gespeichert werden: {reason}. Prüfen Sie die Festplatte und öffnen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The project {folder} could not be read: {reason}. Check its permissions and the disk.</source>
            <translation>Das Projekt {folder} konnte nicht gelesen werden: {reason}. Prüfen Sie seine Zugriffsrechte und die Festplatte.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/photos.py" />
            <source>The project {folder} holds no photos yet. Add a folder.</source>
            <translation>Das Projekt {folder} enthält noch keine Fotos. Fügen Sie einen Ordner hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The project {folder} is damaged and was left as it is. Restore it from a backup, or open the folder of photos again under a new name.</source>
            <translation>Das Projekt {folder} ist beschädigt und wurde so gelassen. Stellen Sie es aus einer Sicherung wieder her, oder öffnen Sie den Fotoordner unter neuem Namen noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The project {folder} is in use by another window. Close that one, then try again.</source>
            <translation>Das Projekt {folder} wird von einem anderen Fenster benutzt. Schließen Sie jenes und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/schema.py" />
            <source>The project {folder} was made by a newer version of this app. Update the app to open it.</source>
            <translation>Das Projekt {folder} stammt von einer neueren Version dieses Programms. Aktualisieren Sie das Programm, um es zu öffnen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The rule by which the weights move.</source>
            <translation>Die Regel, nach der sich die Gewichte bewegen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The rule that turns mistakes into corrections. SGD takes plain steps downhill; Adam gives each weight a step size of its own and usually arrives sooner. AdamW also keeps the weights small.</source>
            <translation>Die Regel, die aus Fehlern Korrekturen macht. SGD geht einfach bergab; Adam gibt jedem Gewicht eine eigene Schrittweite und ist meist früher da. AdamW hält außerdem die Gewichte klein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The same seed gives the same order and the same random changes again.</source>
            <translation>Dieselbe Startzahl ergibt wieder dieselbe Reihenfolge und dieselben zufälligen Änderungen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/sample/draw.py" />
            <source>The sample could not be saved in {folder}: {reason}. Free some space, or choose another folder.</source>
            <translation>Das Beispiel konnte nicht in {folder} gespeichert werden: {reason}. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The sample is being drawn; a few seconds.</source>
            <translation>Das Beispiel wird gezeichnet; einige Sekunden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>The self-test could not be started.</source>
            <translation>Der Selbsttest konnte nicht gestartet werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>The self-test found something that does not work.</source>
            <translation>Der Selbsttest hat etwas gefunden, das nicht funktioniert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>The self-test is running</source>
            <translation>Der Selbsttest läuft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The settings are good as they are: press Train. The curves show how well the photos it learns from, and those it never learns from, are told apart. When the two part, it learns by heart: overfitting.</source>
            <translation>Die Einstellungen sind gut, wie sie sind: Drücken Sie auf Trainieren. Die Kurven zeigen, wie gut die Fotos unterschieden werden, aus denen es lernt, und die, aus denen es nie lernt. Wenn sich die beiden trennen, lernt es auswendig: Überanpassung.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/preferences.py" />
            <source>The settings could not be read, so the window starts as new. The old file is kept as {file}.</source>
            <translation>Die Einstellungen konnten nicht gelesen werden, darum beginnt das Fenster wie neu. Die alte Datei bleibt als {file} erhalten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The share of a well-known set of photos in 1,000 classes for which the network's first guess is right. It tells how good a network's eyes are before it has seen your photos; on few, easy classes all do better.</source>
            <translation>Der Anteil einer bekannten Sammlung von Fotos aus 1.000 Klassen, bei denen die erste Vermutung des Netzes stimmt. Er sagt, wie gut die Augen eines Netzes sind, bevor es Ihre Fotos gesehen hat; bei wenigen, leichten Klassen sind alle besser.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/thumbnails.py" />
            <source>The small picture of {file} could not be saved in {folder}: {reason}. Free some space, or choose another cache folder.</source>
            <translation>Das Vorschaubild von {file} konnte nicht in {folder} gespeichert werden: {reason}. Schaffen Sie Platz, oder wählen Sie einen anderen Cache-Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>The smallest</source>
            <translation>Das kleinste</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>The split is the folder's own: it came with train, validation and test folders.</source>
            <translation>Die Aufteilung ist die des Ordners: Er kam mit Ordnern für Training, Validierung und Test.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The test</source>
            <translation>Der Test</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>The test process</source>
            <translation>Der Testprozess</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/report.py" />
            <source>The test report {file} could not be read. Test again.</source>
            <translation>Der Testbericht {file} konnte nicht gelesen werden. Testen Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>The test was stopped. Nothing was saved.</source>
            <translation>Der Test wurde gestoppt. Nichts wurde gespeichert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The training</source>
            <translation>Das Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>The training ended early: the loss is no longer a number. Choose a smaller learning rate.</source>
            <translation>Das Training endete vorzeitig: Der Verlust ist keine Zahl mehr. Wählen Sie eine kleinere Lernrate.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>The training is still running.</source>
            <translation>Das Training läuft noch.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>The training led nowhere: the loss is not a number. Choose a smaller learning rate.</source>
            <translation>Das Training führte zu nichts: Der Verlust ist keine Zahl. Wählen Sie eine kleinere Lernrate.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>The training process</source>
            <translation>Der Trainingsprozess</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>The training was stopped. The best model so far is kept, if an epoch was finished.</source>
            <translation>Das Training wurde gestoppt. Das bisher beste Modell bleibt, wenn eine Epoche fertig war.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>The weights are missing.</source>
            <translation>Die Gewichte fehlen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>The weights of {model} are not on this computer. Import or download them, or start from scratch.</source>
            <translation>Die Gewichte von {model} sind nicht auf diesem Computer. Importieren Sie sie, laden Sie sie herunter oder beginnen Sie bei null.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>The weights of {model} are now on this computer.</source>
            <translation>Die Gewichte von {model} sind jetzt auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>The weights of {model} come with the app, nothing is to be downloaded.</source>
            <translation>Die Gewichte von {model} sind schon dabei, nichts ist herunterzuladen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>The weights of {model} could not be downloaded ({reason}). Check the network, import a weights file, or choose EfficientNet-Lite0, whose weights come with the app.</source>
            <translation>Die Gewichte von {model} konnten nicht heruntergeladen werden ({reason}). Prüfen Sie das Netzwerk, importieren Sie eine Gewichtsdatei, oder wählen Sie EfficientNet-Lite0, dessen Gewichte dabei sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The whole network</source>
            <translation>Das ganze Netz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>The whole network is fine-tuned for {n} {n:epoch|epochs}.</source>
            <translation>Das ganze Netz wird {n} {n:Epoche|Epochen} lang feinabgestimmt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/child/queue.py" />
            <source>The window sent something this version does not understand.</source>
            <translation>Das Fenster schickte etwas, das diese Version nicht versteht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/runs.py" />
            <source>The window was closed.</source>
            <translation>Das Fenster wurde geschlossen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Theme</source>
            <translation>Erscheinungsbild</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Then the last stages of the network learn with it for {n} {n:epoch|epochs}.</source>
            <translation>Dann lernen die letzten Stufen des Netzes {n} {n:Epoche|Epochen} lang mit.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Then the whole network is fine-tuned for {n} {n:epoch|epochs}.</source>
            <translation>Dann wird das ganze Netz {n} {n:Epoche|Epochen} lang feinabgestimmt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>There are no photos in {folder}. Choose a folder that holds one folder of photos for each class.</source>
            <translation>In {folder} sind keine Fotos. Wählen Sie einen Ordner, der je Klasse einen Fotoordner enthält.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>There are no photos to read in {folder}: {reason}</source>
            <translation>In {folder} sind keine lesbaren Fotos: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>There are no photos to train on yet.</source>
            <translation>Noch gibt es keine Fotos zum Trainieren.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>There are no test photos of “{true}”.</source>
            <translation>Von „{true}“ gibt es keine Testfotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>There are no test photos, so the finished model cannot be tested on photos it has never seen. Add a test folder to measure it.</source>
            <translation>Es gibt keine Testfotos, darum kann das fertige Modell nicht mit ungesehenen Fotos getestet werden. Fügen Sie einen Ordner test hinzu, um es zu messen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>There are no training photos in {folder}. Add some to its train folder.</source>
            <translation>In {folder} sind keine Trainingsfotos. Legen Sie welche in seinen Ordner train.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>There are no validation photos, so {n} of the training photos check the training instead.</source>
            <translation>Es gibt keine Validierungsfotos, darum prüfen {n} der Trainingsfotos das Training.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>There is no device “{device}”. Choose auto, cpu or cuda.</source>
            <translation>Es gibt kein Gerät „{device}“. Wählen Sie auto, cpu oder cuda.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>There is no device “{device}”. Choose auto, cpu, cuda or cuda:1.</source>
            <translation>Es gibt kein Gerät „{device}“. Wählen Sie auto, cpu, cuda oder cuda:1.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/predict.py" />
            <source>There is no file or folder “{path}”. Check the name.</source>
            <translation>Es gibt weder Datei noch Ordner „{path}“. Prüfen Sie den Namen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/cli.py" />
            <source>There is no folder or project “{word}”. Check the name, or type “cnn-desktop --help”.</source>
            <translation>Es gibt weder Ordner noch Projekt „{word}“. Prüfen Sie den Namen, oder tippen Sie „cnn-desktop --help“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>There is no folder {folder}. Check its name, or choose another.</source>
            <translation>Es gibt keinen Ordner {folder}. Prüfen Sie seinen Namen, oder wählen Sie einen anderen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/network.py" />
            <source>There is no model called “{model}”. Choose one from the list, or timm:NAME.</source>
            <translation>Es gibt kein Modell namens „{model}“. Wählen Sie eines aus der Liste, oder timm:NAME.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>There is no model called “{model}”. Choose one from the list.</source>
            <translation>Es gibt kein Modell namens „{model}“. Wählen Sie eines aus der Liste.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/weights.py" />
            <source>There is no model called “{model}”. See: cnn-desktop weights list</source>
            <translation>Es gibt kein Modell namens „{model}“. Siehe: cnn-desktop weights list</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/timm_search.py" />
            <source>There is no model called “{name}”. Choose one from the list.</source>
            <translation>Es gibt kein Modell namens „{name}“. Wählen Sie eines aus der Liste.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>There is no project in {folder}. Check its name, or open the folder of photos again.</source>
            <translation>In {folder} ist kein Projekt. Prüfen Sie den Namen, oder öffnen Sie den Fotoordner noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/pixels/source.py" />
            <source>There is no room to keep all decoded photos in {folder}, so some are decoded again in each epoch.</source>
            <translation>In {folder} ist nicht genug Platz für alle dekodierten Fotos; einige werden in jeder Epoche neu dekodiert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/runs.py" />
            <source>There is no trained model to test yet. Train one first.</source>
            <translation>Noch gibt es kein trainiertes Modell zum Testen. Trainieren Sie zuerst eines.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/cli.py" />
            <source>There is no verb “{word}”, and no such folder. Did you mean “{near}”?</source>
            <translation>Es gibt keinen Befehl „{word}“ und keinen solchen Ordner. Meinten Sie „{near}“?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/child/queue.py" />
            <source>There is not enough memory for this. Close other programs or choose a smaller batch size.</source>
            <translation>Dafür reicht der Speicher nicht. Schließen Sie andere Programme oder wählen Sie eine kleinere Batchgröße.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/quick_trainer.py" />
            <source>There is not enough memory on {device} for {photos} photos at a time, so each batch goes through the network in parts of {most}.</source>
            <translation>Auf {device} ist nicht genug Speicher für {photos} Fotos auf einmal; jeder Stapel läuft in Teilen von {most} durch das Netz.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/memory.py" />
            <source>There is not enough memory on {device} for {photos} photos of {size} pixels at a time. Choose a smaller batch size or image size.</source>
            <translation>Auf {device} reicht der Speicher nicht für {photos} Fotos mit {size} Pixeln auf einmal. Wählen Sie eine kleinere Batchgröße oder Bildgröße.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>These test photos have been looked at once.</source>
            <translation>Diese Testfotos wurden einmal angesehen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>These test photos have been looked at {n} times.</source>
            <translation>Diese Testfotos wurden {n}-mal angesehen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>These test photos have been looked at {n} times: choosing by them makes the result look better than it is.</source>
            <translation>Diese Testfotos wurden {n}-mal angesehen: Wer nach ihnen auswählt, lässt das Ergebnis besser aussehen, als es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>They were set aside before the training. Each look at them makes them a little less telling.</source>
            <translation>Sie wurden vor dem Training beiseitegelegt. Jeder Blick auf sie macht sie ein wenig weniger aussagekräftig.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>This looks like {name}.</source>
            <translation>Das sieht aus wie {name}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/cut_choice.py" />
            <source>This network has no stages that could learn by themselves, so only the new last layer learns.</source>
            <translation>Dieses Netz hat keine Stufen, die für sich lernen könnten; daher lernt nur die neue letzte Schicht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>This network starts from nothing. It is here to learn with; expect it to need many photos.</source>
            <translation>Dieses Netz fängt bei null an. Es ist zum Lernen da; rechnen Sie damit, dass es viele Fotos braucht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/quick_trainer.py" />
            <source>This part of the training computes in {precision}: {reason}.</source>
            <translation>Dieser Teil des Trainings rechnet in {precision}: {reason}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>This training has no test photos.</source>
            <translation>Dieses Training hat keine Testfotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>To get</source>
            <translation>Zu holen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Train a model and it will say here what it sees.</source>
            <translation>Trainieren Sie ein Modell, dann sagt es hier, was es sieht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_bar.py" />
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Training</source>
            <translation>Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Training can start once the photos are found</source>
            <translation>Das Training kann beginnen, sobald die Fotos gefunden sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Training can start once the weights are here</source>
            <translation>Das Training kann beginnen, sobald die Gewichte da sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>Training on several GPUs at once ({device}) is not possible yet. Choose one, for example cuda:0.</source>
            <translation>Training auf mehreren Grafikkarten zugleich ({device}) ist noch nicht möglich. Wählen Sie eine, zum Beispiel cuda:0.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/chapters.py" />
            <source>Training the last stages did not help: the model of epoch {n} is kept.</source>
            <translation>Das Training der letzten Stufen hat nicht geholfen: Das Modell aus Epoche {n} bleibt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Training the last stages, epoch {epoch} of {epochs}</source>
            <translation>Die letzten Stufen werden trainiert, Epoche {epoch} von {epochs}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Training the new last layer, epoch {epoch} of {epochs}</source>
            <translation>Die neue letzte Schicht wird trainiert, Epoche {epoch} von {epochs}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/chapters.py" />
            <source>Training the whole network did not help: the model of epoch {n} is kept.</source>
            <translation>Das Training des ganzen Netzes hat nicht geholfen: Das Modell aus Epoche {n} bleibt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Training the whole network, epoch {epoch} of {epochs}</source>
            <translation>Das ganze Netz wird trainiert, Epoche {epoch} von {epochs}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Training whose model is used</source>
            <translation>Training, dessen Modell verwendet wird</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Training {model} on {device} with {train} photos of {classes} classes; {val} photos check it after each epoch.</source>
            <translation>{model} wird auf {device} mit {train} Fotos aus {classes} Klassen trainiert; {val} Fotos prüfen es nach jeder Epoche.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Training, validation and test photos</source>
            <translation>Trainings-, Validierungs- und Testfotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Training: {run}</source>
            <translation>Training: {run}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Trains with the very loop of the course, without this app's speed-ups.</source>
            <translation>Trainiert mit genau der Schleife des Kurses, ohne die Beschleunigungen dieses Programms.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <location filename="../../cnn_desktop/gui/evaluation/mix_up_table.py" />
            <source>True class</source>
            <translation>Wahre Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>Try again, and report it if it returns.</source>
            <translation>Versuchen Sie es erneut, und melden Sie es, wenn es wiederkehrt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_zone.py" />
            <source>Try the &amp;sample</source>
            <translation>&amp;Beispiel ausprobieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Used for</source>
            <translation>Verwendet für</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <source>Val&amp;idation</source>
            <translation>Val&amp;idierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_bar.py" />
            <source>Validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Version {version} · MIT licence</source>
            <translation>Version {version} · MIT-Lizenz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Viewer</source>
            <translation>Betrachter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/mix_up_table.py" />
            <source>Was called</source>
            <translation>Genannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Weight decay</source>
            <translation>Gewichtsabnahme</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Weight decay {value} is out of range. Choose a number from 0 to 1.</source>
            <translation>Gewichtsabnahme {value} ist nicht möglich. Wählen Sie eine Zahl von 0 bis 1.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <source>Weights</source>
            <translation>Gewichte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>Weights (*.safetensors *.pth *.pt *.bin)</source>
            <translation>Gewichte (*.safetensors *.pth *.pt *.bin)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/import_weights.py" />
            <source>Weights are being checked. Stop that first, or wait until it is done.</source>
            <translation>Gewichte werden geprüft. Stoppen Sie das erst, oder warten Sie, bis es fertig ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/download_weights.py" />
            <source>Weights are being downloaded. Stop that first, or wait until it is done.</source>
            <translation>Gewichte werden heruntergeladen. Stoppen Sie das erst, oder warten Sie, bis es fertig ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Weights are on this computer</source>
            <translation>Gewichte sind auf diesem Computer</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Weights come with the app</source>
            <translation>Gewichte sind schon dabei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Weights to get</source>
            <translation>Gewichte zu holen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Weights to get, {mb:.0f} MB</source>
            <translation>Gewichte zu holen, {mb:.0f} MB</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_page.py" />
            <source>Welcome to CNN Desktop</source>
            <translation>Willkommen bei CNN Desktop</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>What happens is written here.</source>
            <translation>Was geschieht, steht hier.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/help_button.py" />
            <source>What is this: {term}</source>
            <translation>Was ist das: {term}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>What learns</source>
            <translation>Was lernt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>What learns is chosen under Advanced; this says for how long.</source>
            <translation>Was lernt, ist unter „Erweitert“ gewählt; hier geht es darum, wie lange.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/chapters.py" />
            <source>What reaches the last stages takes too much room to be kept, so it is computed in each epoch.</source>
            <translation>Was die letzten Stufen erreicht, braucht zu viel Platz, um behalten zu werden, darum wird es in jeder Epoche berechnet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/reader.py" />
            <source>What the backbone sees is kept in memory only, for this training. {reason}</source>
            <translation>Was das Netz sieht, wird nur für dieses Training im Speicher behalten. {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/feature_phases.py" />
            <source>What the backbone sees takes too much memory to be kept, so it is computed in each epoch.</source>
            <translation>Was das Rückgrat sieht, braucht zu viel Arbeitsspeicher; daher wird es in jeder Epoche neu berechnet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>What to show</source>
            <translation>Was gezeigt wird</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>When it is stopped, the best model so far is kept, and you can go on with it later.</source>
            <translation>Wenn Sie es stoppen, bleibt das bisher beste Modell, und Sie können später weitermachen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>Where are the photos now?</source>
            <translation>Wo sind die Fotos jetzt?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>Where it was found</source>
            <translation>Wo es gefunden wurde</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Where that takes little time, the whole network follows for {n}.</source>
            <translation>Wo das wenig Zeit kostet, lernt danach das ganze Netz {n} Epochen lang.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Whether the learning rate stays or falls to zero along half a cosine.</source>
            <translation>Ob die Lernrate bleibt oder entlang eines halben Kosinus auf null fällt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <source>Which photos</source>
            <translation>Welche Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>While it is paused, the window stays and the computer is free for other things.</source>
            <translation>In der Pause bleibt das Fenster offen, und der Computer ist frei für anderes.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/feature_phases.py" />
            <source>While only a part learns, each photo is shown in {n} fixed variants.</source>
            <translation>Solange nur ein Teil lernt, wird jedes Foto in {n} festen Varianten gezeigt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>While only a part learns: keep what the rest of the network sees in a photo. Much quicker.</source>
            <translation>Solange nur ein Teil lernt: behalten, was der Rest des Netzes in einem Foto sieht. Viel schneller.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/left_out_list.py" />
            <source>Why it is left out</source>
            <translation>Warum sie ausgelassen wird</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Window busy while training, 99 % of the time below</source>
            <translation>Fenster beim Training beschäftigt, 99 % der Zeit unter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Window shown after</source>
            <translation>Fenster gezeigt nach</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>With other test photos the share of right answers would be a little different. In 95 of 100 such tests the interval holds the true share. More test photos make it narrower.</source>
            <translation>Mit anderen Testfotos wäre der Anteil richtiger Antworten ein wenig anders. In 95 von 100 solchen Tests enthält das Intervall den wahren Anteil. Mehr Testfotos machen es enger.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>You may not open the folder {folder}. Change its permissions, or copy the photos to a folder of your own.</source>
            <translation>Sie dürfen den Ordner {folder} nicht öffnen. Ändern Sie seine Zugriffsrechte, oder kopieren Sie die Fotos in einen eigenen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Your own photos</source>
            <translation>Eigene Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Zoom in</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Zoom out</source>
            <translation>Verkleinern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>and 997 more</source>
            <translation>und 997 weitere</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>and {n} {n:other class|other classes}</source>
            <translation>und {n} {n:weitere Klasse|weitere Klassen}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>batches of 4 photos</source>
            <translation>Batches aus 4 Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <location filename="../../cnn_desktop/gui/training/curve_colours.py" />
            <source>best epoch</source>
            <translation>beste Epoche</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>between {low:.1%} and {high:.1%}, {photos}</source>
            <translation>zwischen {low:.1%} und {high:.1%}, {photos}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>bfloat16</source>
            <translation>bfloat16</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>both</source>
            <translation>beide</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>brighter</source>
            <translation>heller</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>called glass</source>
            <translation>Glas genannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>called {said}</source>
            <translation>{said} genannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>checks</source>
            <translation>prüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>chosen by you</source>
            <translation>von Ihnen gewählt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>cropped</source>
            <translation>zugeschnitten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>digits</source>
            <translation>Stellen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>downloaded by torchvision earlier</source>
            <translation>früher von torchvision heruntergeladen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>drop photos to classify</source>
            <translation>Fotos ablegen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>epoch {epoch:.1f}</source>
            <translation>Epoche {epoch:.1f}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>epoch {epoch} of {epochs}</source>
            <translation>Epoche {epoch} von {epochs}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>epoch {epoch} of {epochs} · {time} left</source>
            <translation>Epoche {epoch} von {epochs} · noch {time}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>every photo</source>
            <translation>jedes Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>files and settings</source>
            <translation>Dateien und Einstellungen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>float32</source>
            <translation>float32</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>float32 spends 32 bits on each number, bfloat16 only 16, with the same range and fewer digits. Training in bfloat16 can be faster on newer processors and graphics cards. Every result shown is computed in float32.</source>
            <translation>float32 verwendet 32 Bit für jede Zahl, bfloat16 nur 16, mit gleichem Bereich und weniger Stellen. Training in bfloat16 kann auf neueren Prozessoren und Grafikkarten schneller sein. Jedes gezeigte Ergebnis ist in float32 gerechnet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>from scratch</source>
            <translation>von null</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>from the file {file}</source>
            <translation>aus der Datei {file}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>glass</source>
            <translation>Glas</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>good</source>
            <translation>gut</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>imported from {source}</source>
            <translation>importiert aus {source}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>is glass</source>
            <translation>ist Glas</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/pixels/source.py" />
            <source>it gives other pixels each time it is read. Save it again with another program.</source>
            <translation>es liefert bei jedem Lesen andere Pixel. Speichern Sie es mit einem anderen Programm neu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>it has no label in line {line}. Add one.</source>
            <translation>in Zeile {line} steht keine Klasse. Ergänzen Sie eine.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>it has {size:.0f} megapixels, more than the {most:.0f} this app reads. Save it in a smaller size.</source>
            <translation>es hat {size:.0f} Megapixel, mehr als die {most:.0f}, die dieses Programm liest. Speichern Sie es kleiner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>it is damaged or cut off. Copy it again from where it came from.</source>
            <translation>es ist beschädigt oder abgeschnitten. Kopieren Sie es noch einmal von dort, woher es kam.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>it is no longer there. Put it back, or open the folder again.</source>
            <translation>es ist nicht mehr da. Legen Sie es zurück, oder öffnen Sie den Ordner noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>it is not a file. Delete it, or choose a photo.</source>
            <translation>es ist keine Datei. Löschen Sie es, oder wählen Sie ein Foto.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>it is not a photo this app reads. Save it as JPEG or PNG if it should be used.</source>
            <translation>es ist kein Foto, das dieses Programm liest. Speichern Sie es als JPEG oder PNG, wenn es verwendet werden soll.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>it is not a photo, though its name says so. Delete it, or save it as JPEG or PNG.</source>
            <translation>es ist kein Foto, obwohl der Name es sagt. Löschen Sie es, oder speichern Sie es als JPEG oder PNG.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>it lies in no class folder. Move it into the folder of its class.</source>
            <translation>es liegt in keinem Klassenordner. Verschieben Sie es in den Ordner seiner Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>its name equals that of another one here, only written with other Unicode letters. Rename one of them.</source>
            <translation>sein Name gleicht dem eines anderen hier, nur mit anderen Unicode-Zeichen geschrieben. Benennen Sie eines der beiden um.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>its name holds bytes that are no letters in UTF-8. Rename it.</source>
            <translation>sein Name enthält Bytes, die in UTF-8 keine Buchstaben sind. Benennen Sie es um.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>judges</source>
            <translation>urteilt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>knows already</source>
            <translation>weiß schon</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>lake</source>
            <translation>See</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>last layer</source>
            <translation>letzte Schicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>last stages</source>
            <translation>letzte Stufen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>learns</source>
            <translation>lernt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>look at photos</source>
            <translation>Fotos ansehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/precision.py" />
            <source>measured on this computer, bfloat16 is only {times:.1f} times as fast</source>
            <translation>auf diesem Computer gemessen ist bfloat16 nur {times:.1f}-mal so schnell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/precision.py" />
            <source>measured on this computer, it is {times:.1f} times as fast</source>
            <translation>auf diesem Computer gemessen ist es {times:.1f}-mal so schnell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>metal</source>
            <translation>Metall</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>mirrored</source>
            <translation>gespiegelt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_view.py" />
            <source>missing: moved, deleted or on a drive that is not connected</source>
            <translation>fehlt: verschoben, gelöscht oder auf einem nicht angeschlossenen Laufwerk</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>mountain</source>
            <translation>Berg</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>needs a trained model</source>
            <translation>braucht ein Modell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>needs photos</source>
            <translation>braucht Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>no NVIDIA card found</source>
            <translation>keine NVIDIA-Karte gefunden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>no photos yet</source>
            <translation>noch keine Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>no usable NVIDIA card: {error}</source>
            <translation>keine brauchbare NVIDIA-Karte: {error}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>none: from scratch</source>
            <translation>keine: von null</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>none: trained from scratch</source>
            <translation>keine: von null trainiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>not assigned</source>
            <translation>nicht zugeteilt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>not on this computer; download of {size:.0f} MB</source>
            <translation>nicht auf diesem Computer; {size:.0f} MB herunterzuladen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>not tested yet</source>
            <translation>noch nicht getestet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>of at &amp;most</source>
            <translation>von &amp;höchstens</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <source>of the true class</source>
            <translation>der wahren Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>on {n} {n:photo|photos} never used for training</source>
            <translation>mit {n} {n:Foto|Fotos}, die nie zum Training dienten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>on {n} {n:photo|photos} of {folder}</source>
            <translation>mit {n} {n:Foto|Fotos} aus {folder}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>once</source>
            <translation>einmal</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>open a folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>paper</source>
            <translation>Papier</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/scatter.py" />
            <source>parameters (1 M is a million)</source>
            <translation>Parameter (1 M ist eine Million)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>paused</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>photo</source>
            <translation>Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>photos not found</source>
            <translation>Fotos nicht gefunden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>plots</source>
            <translation>Kurven</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>pretrained</source>
            <translation>vortrainiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>range</source>
            <translation>Bereich</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>reading photos</source>
            <translation>Fotos lesen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/draw_sample.py" />
            <location filename="../../cnn_desktop/domain/jobs/scan.py" />
            <source>reading photos…</source>
            <translation>liest Fotos…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>ready</source>
            <translation>bereit</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>right, {p:.0%}</source>
            <translation>richtig, {p:.0%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>share given to the right class</source>
            <translation>Anteil für die richtige Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>share right</source>
            <translation>Anteil richtig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>sign</source>
            <translation>Vorzeichen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>splits and figures</source>
            <translation>Aufteilungen und Kennzahlen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>starting…</source>
            <translation>beginnt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>stopping…</source>
            <translation>stoppt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>test</source>
            <translation>Test</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>testing…</source>
            <translation>testet…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the Apple GPU computes wrong results</source>
            <translation>die Apple-GPU rechnet falsch</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the Apple GPU does not work: {error}</source>
            <translation>die Apple-GPU arbeitet nicht: {error}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the Apple GPU works</source>
            <translation>die Apple-GPU arbeitet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the NVIDIA card computes wrong results</source>
            <translation>die NVIDIA-Karte rechnet falsch</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the NVIDIA card does not work: {error}</source>
            <translation>die NVIDIA-Karte arbeitet nicht: {error}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the NVIDIA card works</source>
            <translation>die NVIDIA-Karte arbeitet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the NVIDIA driver is too old for this PyTorch; update the driver to use the card</source>
            <translation>der NVIDIA-Treiber ist zu alt für dieses PyTorch; aktualisieren Sie ihn, um die Karte zu nutzen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>the bundled weights, trained on ImageNet</source>
            <translation>die mitgelieferten Gewichte, auf ImageNet trainiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>the command line</source>
            <translation>die Kommandozeile</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>the disk reports “{reason}”. Check the disk, or copy the photo again.</source>
            <translation>die Festplatte meldet „{reason}“. Prüfen Sie die Festplatte, oder kopieren Sie das Foto noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>the file is empty. Copy it here again, or delete it.</source>
            <translation>die Datei ist leer. Kopieren Sie sie noch einmal hierher, oder löschen Sie sie.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>the network said</source>
            <translation>das Netz sagte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>the window</source>
            <translation>das Fenster</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>there is not enough memory for it. Save it in a smaller size, or close other programs.</source>
            <translation>der Speicher reicht dafür nicht. Speichern Sie es kleiner, oder schließen Sie andere Programme.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>this build of PyTorch is for the CPU only</source>
            <translation>dieses PyTorch ist nur für die CPU gebaut</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>this computer has no Apple GPU that PyTorch can use</source>
            <translation>dieser Computer hat keine Apple-GPU, die PyTorch nutzen kann</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>this computer has {n} NVIDIA {n:card|cards}, counted from 0</source>
            <translation>dieser Computer hat {n} NVIDIA-{n:Karte|Karten}, gezählt ab 0</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>this folder is none of train, val and test. Move it elsewhere, or into one of them.</source>
            <translation>dieser Ordner ist weder train noch val noch test. Verschieben Sie ihn anderswohin, oder in einen davon.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/network.py" />
            <source>timm has no model called “{model}”. Did you mean “{near}”?</source>
            <translation>timm hat kein Modell namens „{model}“. Meinten Sie „{near}“?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_view.py" />
            <source>today</source>
            <translation>heute</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>too large</source>
            <translation>zu groß</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>too small</source>
            <translation>zu klein</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <location filename="../../cnn_desktop/gui/training/curve_colours.py" />
            <source>training</source>
            <translation>Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>training {value}</source>
            <translation>Training {value}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>true</source>
            <translation>wahr</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <location filename="../../cnn_desktop/gui/training/curve_colours.py" />
            <source>validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>validation {value}</source>
            <translation>Validierung {value}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>valley</source>
            <translation>Tal</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>weights missing</source>
            <translation>Gewichte fehlen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/weights.py" />
            <source>weights {what} needs a file or a model's name after it.</source>
            <translation>Nach weights {what} fehlt eine Datei oder der Name eines Modells.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>whole network</source>
            <translation>ganzes Netz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>working…</source>
            <translation>läuft…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_view.py" />
            <source>yesterday</source>
            <translation>gestern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>you may not read it. Change its permissions, or copy it to a folder of your own.</source>
            <translation>Sie dürfen es nicht lesen. Ändern Sie seine Zugriffsrechte, oder kopieren Sie es in einen eigenen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>{accuracy:.1%} of {n} photos right, between {low:.1%} and {high:.1%} (95 % interval).</source>
            <translation>{accuracy:.1%} von {n} Fotos richtig, zwischen {low:.1%} und {high:.1%} (95-%-Intervall).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_view.py" />
            <source>{day} · {share:.1%} in the test</source>
            <translation>{day} · {share:.1%} im Test</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_view.py" />
            <source>{day} · {share:.1%} in validation</source>
            <translation>{day} · {share:.1%} in der Validierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>{device}</source>
            <translation>{device}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>{device}: {reason}</source>
            <translation>{device}: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{doing}, {time} left</source>
            <translation>{doing}, noch {time}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>{doing}: {done} of {total}</source>
            <translation>{doing}: {done} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/busy.py" />
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{done} of {total}</source>
            <translation>{done} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>{file} cannot be read: {reason}</source>
            <translation>{file} kann nicht gelesen werden: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>{file} cannot be shown.</source>
            <translation>{file} kann nicht gezeigt werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/photos.py" />
            <source>{file} could not be read. Open the folder again.</source>
            <translation>{file} konnte nicht gelesen werden. Öffnen Sie den Ordner noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} could not be read: {reason}.</source>
            <translation>{file} konnte nicht gelesen werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{file} could not be read: {reason}. Choose another file.</source>
            <translation>{file} konnte nicht gelesen werden: {reason}. Wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>{file} could not be saved: you may not write to this folder. Choose another folder.</source>
            <translation>{file} konnte nicht gespeichert werden: In diesen Ordner dürfen Sie nicht schreiben. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>{file} could not be saved: {reason}. Choose another folder.</source>
            <translation>{file} konnte nicht gespeichert werden: {reason}. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} does not exist. Choose the weights file again.</source>
            <translation>{file} gibt es nicht. Wählen Sie die Gewichtsdatei noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} does not fit {model}: {detail}. Choose the model these weights were made for, or another file.</source>
            <translation>{file} passt nicht zu {model}: {detail}. Wählen Sie das Modell, für das diese Gewichte gemacht sind, oder eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{file} gives several labels to one photo in line {line}; this app takes one label a photo. Keep the one that fits best.</source>
            <translation>{file} gibt in Zeile {line} einem Foto mehrere Klassen; dieses Programm nimmt eine Klasse je Foto. Behalten Sie die, die am besten passt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>{file} has a setting this app does not understand: {reason}.</source>
            <translation>{file} enthält eine Einstellung, die dieses Programm nicht versteht: {reason}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{file} has the split “{split}” in line {line}. Write train, val or test.</source>
            <translation>{file} nennt in Zeile {line} die Aufteilung „{split}“. Schreiben Sie train, val oder test.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} holds no table of weights. Save the model's state_dict(), or use a .safetensors file.</source>
            <translation>{file} enthält keine Tabelle von Gewichten. Speichern Sie das state_dict() des Modells, oder nehmen Sie eine .safetensors-Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} holds program code or objects beside weights, so it was not opened. Save the model's state_dict(), or use a .safetensors file.</source>
            <translation>{file} enthält neben Gewichten Programmcode oder Objekte und wurde darum nicht geöffnet. Speichern Sie das state_dict() des Modells, oder nehmen Sie eine .safetensors-Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} is damaged or not complete. Get the file again.</source>
            <translation>{file} ist beschädigt oder unvollständig. Holen Sie die Datei noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/tensor_files.py" />
            <location filename="../../cnn_desktop/learning/training/checkpoint.py" />
            <source>{file} is damaged. Delete it to train from the start.</source>
            <translation>{file} ist beschädigt. Löschen Sie sie, um von vorn zu trainieren.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/compute_plan.py" />
            <source>{file} is damaged. Delete it: what it says is then measured again.</source>
            <translation>{file} ist beschädigt. Löschen Sie die Datei: Was darin steht, wird dann neu gemessen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>{file} is left out: {reason}</source>
            <translation>{file} wird ausgelassen: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/tensor_files.py" />
            <source>{file} is missing or damaged. Train again.</source>
            <translation>{file} fehlt oder ist beschädigt. Trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/photos.py" />
            <source>{file} is missing, so the photos of this run are not known. Train again.</source>
            <translation>{file} fehlt, darum sind die Fotos dieses Trainings nicht bekannt. Trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/wiring.py" />
            <source>{file} is neither a folder nor a photo this app can read.</source>
            <translation>{file} ist weder ein Ordner noch ein Foto, das dieses Programm lesen kann.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{file} is no proper CSV in line {line}: {reason}. Mend that line.</source>
            <translation>{file} ist in Zeile {line} kein gültiges CSV: {reason}. Berichtigen Sie die Zeile.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} is no weights file this app can read. Choose a .safetensors, .pth or .pt file.</source>
            <translation>{file} ist keine Gewichtsdatei, die dieses Programm lesen kann. Wählen Sie eine .safetensors-, .pth- oder .pt-Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>{file} is not a folder. Choose the folder that holds one folder of photos for each class.</source>
            <translation>{file} ist kein Ordner. Wählen Sie den Ordner, der je Klasse einen Fotoordner enthält.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} is not the file it claims to be: its hash starts with {digest}, {where} says {expected}. Get the file again, or remove the hash there if it is not meant as one.</source>
            <translation>{file} ist nicht die Datei, die sie zu sein vorgibt: Ihre Prüfsumme beginnt mit {digest}, {where} sagt {expected}. Holen Sie die Datei noch einmal, oder entfernen Sie dort die Prüfsumme, wenn sie nicht als solche gemeint ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>{file} is not the file that came with the app. Install the app again.</source>
            <translation>{file} ist nicht die Datei, die dem Programm beilag. Installieren Sie das Programm neu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{file} is not written in UTF-8. Save it as “CSV UTF-8”.</source>
            <translation>{file} ist nicht in UTF-8 geschrieben. Speichern Sie sie als „CSV UTF-8“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/run.py" />
            <source>{file} is of an earlier training and could not be deleted: {reason}. Choose another folder.</source>
            <translation>{file} gehört zu einem früheren Training und konnte nicht gelöscht werden: {reason}. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/connection.py" />
            <source>{file} is saved.</source>
            <translation>{file} ist gespeichert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/app/app.py" />
            <source>{file} is there already. Name a new file.</source>
            <translation>{file} gibt es schon. Nennen Sie eine neue Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{file} must have the columns path and label in its first line; it has {columns}.</source>
            <translation>{file} muss in der ersten Zeile die Spalten path und label haben; vorhanden sind {columns}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>{file}: {label}, called {said}</source>
            <translation>{file}: {label}, {said} genannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>{file}: {label}, recognised with {p:.0%}</source>
            <translation>{file}: {label}, erkannt mit {p:.0%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/predict.py" />
            <source>{file}: {name}, {p:.1%}</source>
            <translation>{file}: {name}, {p:.1%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/photos.py" />
            <source>{folder} does not hold this project's photos, for example {photo}. Choose the folder that does.</source>
            <translation>{folder} enthält nicht die Fotos dieses Projekts, zum Beispiel {photo}. Wählen Sie den Ordner, der sie enthält.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>{folder} does not say how it was computed. Choose the folder of a training by this version of the app.</source>
            <translation>In {folder} steht nicht, wie gerechnet wurde. Wählen Sie den Ordner eines Trainings mit dieser Version der App.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_photos.py" />
            <source>{folder} has no photo left to check the training with. Add at least two photos to a class.</source>
            <translation>{folder} hat kein Foto mehr, um das Training zu prüfen. Fügen Sie einer Klasse mindestens zwei Fotos hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/evaluate.py" />
            <source>{folder} has no test photos. Choose a folder of photos to test on.</source>
            <translation>{folder} hat keine Testfotos. Wählen Sie einen Fotoordner zum Testen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_photos.py" />
            <source>{folder} has too few photos for training. Add more photos to each class.</source>
            <translation>{folder} hat zu wenige Fotos zum Trainieren. Fügen Sie jeder Klasse Fotos hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/run.py" />
            <source>{folder} holds no trained model. Choose the folder of a finished training.</source>
            <translation>{folder} enthält kein trainiertes Modell. Wählen Sie den Ordner eines fertigen Trainings.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/sample/draw.py" />
            <source>{folder} holds other files. Choose a new folder for the sample.</source>
            <translation>{folder} enthält andere Dateien. Wählen Sie einen neuen Ordner für das Beispiel.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>{folder} holds photos of one class only, “{name}”. At least two classes are needed: add a folder of photos for each further class.</source>
            <translation>{folder} enthält nur Fotos einer Klasse, „{name}“. Mindestens zwei Klassen sind nötig: Fügen Sie für jede weitere Klasse einen Fotoordner hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_photos.py" />
            <source>{folder} holds photos of one class only. Add a second folder of photos to tell it from.</source>
            <translation>{folder} enthält nur Fotos einer Klasse. Fügen Sie einen zweiten Fotoordner hinzu, von dem sie zu unterscheiden ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/evaluate.py" />
            <source>{folder} holds photos of “{strange}”, a class this model does not know. It knows: {classes}.</source>
            <translation>{folder} enthält Fotos von „{strange}“, einer Klasse, die dieses Modell nicht kennt. Es kennt: {classes}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>{folder} is a project already. Open it, or choose another name.</source>
            <translation>{folder} ist schon ein Projekt. Öffnen Sie es, oder wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>{folder} is a training of {model}. Train that model, or train without that plan.</source>
            <translation>{folder} ist ein Training von {model}. Trainieren Sie dieses Modell, oder trainieren Sie ohne diesen Plan.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>{folder} was computed on {device}, but this training runs on {other} ({reason}). Choose the device {device}, or train without that plan.</source>
            <translation>{folder} wurde auf {device} gerechnet, dieses Training läuft aber auf {other} ({reason}). Wählen Sie das Gerät {device}, oder trainieren Sie ohne diesen Plan.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/message.py" />
            <source>{h} h {min} min</source>
            <translation>{h} h {min} min</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>{kind}, {size}</source>
            <translation>{kind}, {size}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{mb:.0f} MB</source>
            <translation>{mb:.0f} MB</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/cli.py" />
            <source>{message}. Type “{program} --help” to see what is possible.</source>
            <translation>{message}. Tippen Sie „{program} --help“, um zu sehen, was möglich ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/message.py" />
            <source>{min} min</source>
            <translation>{min} min</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/network.py" />
            <source>{model} cannot work with photos of {size} pixels. Try image size 224.</source>
            <translation>{model} kann nicht mit Fotos von {size} Pixeln arbeiten. Versuchen Sie Bildgröße 224.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>{model} has no pretrained weights: it is trained from scratch.</source>
            <translation>{model} hat keine vortrainierten Gewichte: Es wird von null trainiert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/network.py" />
            <source>{model} is not a classifier of photos. Choose another model.</source>
            <translation>{model} ist keine Bilderkennung. Wählen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{model}, {start}</source>
            <translation>{model}, {start}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{model}, {start}, on {device}</source>
            <translation>{model}, {start}, auf {device}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{model}, {start}, on {device} ({reason})</source>
            <translation>{model}, {start}, auf {device} ({reason})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>{n:.0f} kB</source>
            <translation>{n:.0f} kB</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{n:.1f} M</source>
            <translation>{n:.1f} M</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>{n:.1f} MB</source>
            <translation>{n:.1f} MB</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/score_bars.py" />
            <source>{name} {p:.1%}</source>
            <translation>{name} {p:.1%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{name}, {label}, {split}</source>
            <translation>{name}, {label}, {split}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <source>{name}, {n} {n:photo|photos}</source>
            <translation>{name}, {n} {n:Foto|Fotos}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>{name}, {p:.0%}</source>
            <translation>{name}, {p:.0%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/notes.py" />
            <source>{note} And {n} more.</source>
            <translation>{note} Und {n} weitere.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <location filename="../../cnn_desktop/gui/dataset/split_bar.py" />
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <location filename="../../cnn_desktop/gui/model/layer_table.py" />
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>{n}</source>
            <translation>{n}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/scatter.py" />
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{n} M</source>
            <translation>{n} M</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>{n} bytes</source>
            <translation>{n} Byte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{n} layers, {p} parameters with your classes</source>
            <translation>{n} Schichten, {p} Parameter mit Ihren Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/pixels/source.py" />
            <source>{n} of the pictures kept in {folder} {n:was|were} damaged; these photos were decoded again.</source>
            <translation>{n} der in {folder} aufbewahrten Bilder {n:war|waren} beschädigt; diese Fotos wurden neu dekodiert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/mix_up_table.py" />
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>{n} of {total}</source>
            <translation>{n} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>{n} of {total} photos of “{true}” were called “{predicted}”</source>
            <translation>{n} von {total} Fotos von „{true}“ wurden „{predicted}“ genannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/reader.py" />
            <source>{n} {n:file|files} of the cache in {folder} {n:was|were} damaged; these photos are read again.</source>
            <translation>{n} {n:Datei|Dateien} des Zwischenspeichers in {folder} {n:war|waren} beschädigt; diese Fotos werden neu gelesen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>{n} {n:photo is|photos are} above 120 megapixels and read at a smaller size: {names}.</source>
            <translation>{n} {n:Foto hat|Fotos haben} über 120 Megapixel und {n:wird|werden} kleiner gelesen: {names}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>{n} {n:photo waits|photos wait} to judge the model.</source>
            <translation>{n} {n:Foto wartet|Fotos warten} darauf, das Modell zu beurteilen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>{n} {n:photo|photos}</source>
            <translation>{n} {n:Foto|Fotos}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>{n} {n:photo|photos} wrong, the surest mistakes first</source>
            <translation>{n} {n:Foto|Fotos} falsch, die sichersten Irrtümer zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{n} {n:setting needs|settings need} another value.</source>
            <translation>{n} {n:Einstellung braucht|Einstellungen brauchen} einen anderen Wert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <location filename="../../cnn_desktop/gui/model/scatter.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>{p:.0%}</source>
            <translation>{p:.0%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>{p:.0%} costs {n:.2f}</source>
            <translation>{p:.0%} kostet {n:.2f}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <location filename="../../cnn_desktop/gui/viewer/score_bars.py" />
            <source>{p:.1%}</source>
            <translation>{p:.1%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>{p:.1%} right</source>
            <translation>{p:.1%} richtig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/scan.py" />
            <source>{photos} {photos:photo|photos} in {classes} classes, {skipped} left out.</source>
            <translation>{photos} {photos:Foto|Fotos} in {classes} Klassen, {skipped} ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{photos} {photos:photo|photos} in {classes} {classes:class|classes}</source>
            <translation>{photos} {photos:Foto|Fotos} in {classes} {classes:Klasse|Klassen}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>{photos} {photos:photo|photos} · {classes} {classes:class|classes}</source>
            <translation>{photos} {photos:Foto|Fotos} · {classes} {classes:Klasse|Klassen}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>{process} could not be started: {reason}. Install the app again if this stays.</source>
            <translation>{process} konnte nicht gestartet werden: {reason}. Installieren Sie die App neu, wenn das so bleibt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>{process} crashed ({name}). {remedy}</source>
            <translation>{process} ist abgestürzt ({name}). {remedy}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>{process} ended before its work was done (exit code {code}). {remedy}</source>
            <translation>{process} endete, bevor die Arbeit getan war (Exit-Code {code}). {remedy}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>{process} was ended by the system, most likely because memory ran out. {remedy}</source>
            <translation>{process} wurde vom System beendet, wahrscheinlich weil der Speicher ausging. {remedy}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>{process} wrote something this window does not understand. {remedy}</source>
            <translation>{process} hat etwas geschrieben, das dieses Fenster nicht versteht. {remedy}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>{project} (open in another window) – CNN Desktop</source>
            <translation>{project} (in einem anderen Fenster offen) – CNN Desktop</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>{project} – CNN Desktop</source>
            <translation>{project} – CNN Desktop</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>{rate:.1f} photos/s</source>
            <translation>{rate:.1f} Fotos/s</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>{rate:.1f} photos/s · {time} left</source>
            <translation>{rate:.1f} Fotos/s · noch {time}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/busy.py" />
            <source>{rate} a second</source>
            <translation>{rate} in der Sekunde</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{rate} photos a second</source>
            <translation>{rate} Fotos in der Sekunde</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/runs.py" />
            <source>{sentence}</source>
            <translation>{sentence}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <source>{sentence} ({p:.0%})</source>
            <translation>{sentence} ({p:.0%})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{share:.0%} done</source>
            <translation>{share:.0%} fertig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>{share:.1%}</source>
            <translation>{share:.1%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>{share:.1%} ({low:.0f}–{high:.0f})</source>
            <translation>{share:.1%} ({low:.0f}–{high:.0f})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>{share:.1%} in validation</source>
            <translation>{share:.1%} in Validierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>{share:.1%} of {n} test photos right, between {low:.1%} and {high:.1%} (95 % interval).</source>
            <translation>{share:.1%} von {n} Testfotos richtig, zwischen {low:.1%} und {high:.1%} (95-%-Intervall).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>{size} freed.</source>
            <translation>{size} freigegeben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>{size} in the cache</source>
            <translation>{size} im Zwischenspeicher</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail.py" />
            <source>{step} (Ctrl+{number}): {fact}</source>
            <translation>{step} (Strg+{number}): {fact}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/message.py" />
            <source>{s} s</source>
            <translation>{s} s</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{tensor} belongs to another model</source>
            <translation>{tensor} gehört zu einem anderen Modell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{tensor} is missing</source>
            <translation>{tensor} fehlt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{tensor} is {found} there, {needed} here</source>
            <translation>{tensor} ist dort {found}, hier {needed}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/help_button.py" />
            <source>{term}: what is this?</source>
            <translation>{term}: Was ist das?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/busy.py" />
            <source>{time} left</source>
            <translation>noch {time}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{time} {model}</source>
            <translation>{time} {model}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{time} {model}, {val:.1%}</source>
            <translation>{time} {model}, {val:.1%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{title}, {n} parameters</source>
            <translation>{title}, {n} Parameter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/scatter.py" />
            <source>{title}: {p:.1%} right on ImageNet, {n} parameters</source>
            <translation>{title}: {p:.1%} richtig auf ImageNet, {n} Parameter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <source>{train} training, {val} validation, {test} test</source>
            <translation>{train} Training, {val} Validierung, {test} Test</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_bar.py" />
            <source>{train} training, {val} validation, {test} test photos</source>
            <translation>{train} Trainings-, {val} Validierungs-, {test} Testfotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>{value:.0f}</source>
            <translation>{value:.0f}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>{value:.1%}</source>
            <translation>{value:.1%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>{value:.3f}</source>
            <translation>{value:.3f}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>{value:.3g}</source>
            <translation>{value:.3g}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>{value} epochs is out of range. Choose 0 to 10000.</source>
            <translation>{value} Epochen sind nicht möglich. Wählen Sie 0 bis 10000.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>{words} ({key})</source>
            <translation>{words} ({key})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>{w} × {h} pixels</source>
            <translation>{w} × {h} Pixel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>–</source>
            <translation>–</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>“{large}” has {times} times as many photos as “{small}”: the model may prefer it. More photos of “{small}” help.</source>
            <translation>„{large}“ hat {times}-mal so viele Fotos wie „{small}“: Das Modell bevorzugt sie vielleicht. Mehr Fotos von „{small}“ helfen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/project.py" />
            <source>“{name}” is open in another window, so it can only be looked at here.</source>
            <translation>„{name}“ ist in einem anderen Fenster geöffnet, darum kann es hier nur angesehen werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>“{one}” and “{other}” are kept as two classes, though they differ only in upper and lower case. If they are one class, move their photos into one folder.</source>
            <translation>„{one}“ und „{other}“ bleiben zwei Klassen, obwohl sie sich nur in Groß- und Kleinschreibung unterscheiden. Wenn sie eine Klasse sind, verschieben Sie ihre Fotos in einen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/settings_form.py" />
            <source>“{text}” is not a number.</source>
            <translation>„{text}“ ist keine Zahl.</translation>
        </message>
    </context>
</TS>
